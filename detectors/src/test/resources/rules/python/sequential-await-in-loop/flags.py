#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that wait for each element before they start on the next."""
import logging

logger = logging.getLogger(__name__)


async def appends(loader, urls):
    images = []
    for url in urls:
        images.append(await loader.load(url))
        #~            ^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
    return images


async def appends_by_name(loader, urls, images):
    for index, url in enumerate(urls):
        image = await loader.load(url, index)
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
        images.append(image)


async def comprehensions(loader, urls):
    images = [await loader.load(url) for url in urls if url]
    #~        ^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
    sizes = {url: await loader.size(url) for url in urls}
    #~            ^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
    return images, sizes


async def logs_and_raises(loader, items):
    images = []
    for item in items:
        if isinstance(item, dict) and "url" in item:
            url = item["url"]
            try:
                image = await loader.load(url)
                #~      ^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
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
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
        loads[name] = (await response.json())["load"]
    return loads


async def onto_the_element(loader, requests):
    for request in requests:
        request.image = await loader.load(request.url)
        #~              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant


async def of_a_session(session, urls):
    bodies = []
    for url in urls:
        async with session.get(url) as response:
            bodies.append(await response.json())
            #~            ^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
    return bodies


async def with_comment(loader, urls):
    images = []
    for url in urls:
        # A person put this here, so there is no fix.
        images.append(await loader.load(url))
        #~            ^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
    return images


async def states(providers):
    healthy = {}
    for name, provider in providers.items():
        # Nobody's request waits for this.
        healthy[name] = await provider.health_check()
        #~              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop moderate
    return healthy
