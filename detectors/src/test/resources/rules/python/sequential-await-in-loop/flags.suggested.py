#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that wait for each element before they start on the next."""
import asyncio
import logging

logger = logging.getLogger(__name__)


async def appends(loader, urls):
    images = []
    images.extend(await asyncio.gather(*(loader.load(url) for url in urls)))
    return images


async def appends_by_name(loader, urls, images):
    images.extend(await asyncio.gather(*(loader.load(url, index) for index, url in enumerate(urls))))


async def comprehensions(loader, urls):
    images = await asyncio.gather(*(loader.load(url) for url in urls if url))
    sizes = {url: await loader.size(url) for url in urls}
    return images, sizes


async def logs_and_raises(loader, items):
    images = []
    for item in items:
        if isinstance(item, dict) and "url" in item:
            url = item["url"]
            try:
                image = await loader.load(url)
                images.append(image)
                logger.debug("loaded %s", url)
            except OSError:
                logger.exception("failed to load %s", url)
                raise
    return images


async def into_a_dict(client, workers):
    loads = {}
    for name, url in workers.items():
        response = await client.get(url + "/load")
        loads[name] = (await response.json())["load"]
    return loads


async def onto_the_element(loader, requests):
    for request in requests:
        request.image = await loader.load(request.url)


async def of_a_session(session, urls):
    bodies = []
    for url in urls:
        async with session.get(url) as response:
            bodies.append(await response.json())
    return bodies


async def with_comment(loader, urls):
    images = []
    for url in urls:
        # A person put this here, so there is no fix.
        images.append(await loader.load(url))
    return images


async def states(providers):
    healthy = {}
    for name, provider in providers.items():
        # Nobody's request waits for this.
        healthy[name] = await provider.health_check()
    return healthy
