#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Loops whose order matters, or that overlap already."""
import asyncio


async def overlaps(loader, urls):
    return await asyncio.gather(*(loader.load(url) for url in urls))


async def starts_all(loader, urls):
    tasks = [asyncio.create_task(loader.load(url)) for url in urls]
    return [await task for task in tasks]


async def feeds_the_next(model, questions):
    messages = []
    for question in questions:
        messages.append(await model.answer(messages, question))
    return messages


async def offset_feeds_the_next(store, parts):
    offsets = []
    offset = 0
    for part in parts:
        offset = await store.put_part(part, offset)
        offsets.append(offset)
    return offsets


async def first_that_answers(clients, query):
    tried = []
    for client in clients:
        answer = await client.ask(query)
        tried.append(answer)
        if answer.ok:
            break
    return tried


async def stops_on_failure(registry, plugins):
    names = []
    for plugin in plugins:
        result = await registry.register(plugin)
        if not result.ok:
            raise RuntimeError(plugin)
        names.append(result.name)
    return names


async def streams(loader, urls):
    for url in urls:
        yield await loader.load(url)


async def retries(client, errors):
    for attempt in range(5):
        try:
            return await client.ask(attempt)
        except OSError as error:
            errors.append(error)
            await asyncio.sleep(2**attempt)


async def paced(client, urls, seen):
    for url in urls:
        seen.append(await client.get(url))
        await asyncio.sleep(0.1)


async def limited(client, urls, limiter):
    bodies = []
    for url in urls:
        async with limiter:
            bodies.append(await client.get(url))
    return bodies


async def under_a_lock(self, urls, bodies):
    async with self.lock:
        for url in urls:
            bodies.append(await self.client.get(url))


async def in_portions(client, batches, prompts):
    answers = []
    for batch in batches:
        answers.append(await client.ask(batch))
    for start in range(0, len(prompts), 8):
        answers.append(await client.ask(prompts[start : start + 8]))
    return answers


async def ordered_writes(writer, parts, sent):
    for part in parts:
        sent.append(await writer.write(part))
        sent.append(await writer.send_part(part))


async def one_connection(connection, keys):
    rows = []
    for key in keys:
        rows.append(await connection.fetchrow("select 1 where key = $1", key))
    return rows


async def queue_consumer(inbox, count):
    return [await inbox.get() for _ in range(count)]


async def bodies_that_are_here(responses):
    return [await response.json() for response in responses]


async def few(client):
    loads = []
    for kind in ("prefill", "decode"):
        loads.append(await client.load(kind))
    return loads


async def effects(registry, plugins):
    for plugin in plugins:
        await registry.unregister(plugin)


async def asynchronous(stream, loader):
    return [await loader.load(url) async for url in stream]


async def acts_on_the_way(self, requests, generators):
    for request in requests:
        tokenized = await self.tokenize(request)
        self.send_one_request(tokenized)
        generators.append(self.wait_one_response(request))


def not_a_coroutine(loader, urls):
    return [loader.load(url) for url in urls]


async def preprocess(video):
    return video.frames()


async def never_suspends(videos):
    return [await preprocess(video) for video in videos]


async def validates(policy, urls):
    return [await policy.validate_url(url) for url in urls]


async def one_of_several_workers(client, prompts, outputs):
    indices = iter(range(len(prompts)))

    async def work():
        for index in indices:
            outputs[index] = await client.ask(index, prompts[index])

    await asyncio.gather(work(), work())


async def answers_under_way(workers):
    answers = []
    for worker in workers:
        # All were asked before.
        answers.append(await worker.receive_async())
    return answers


async def portions(client, texts, starts, size):
    found = []
    for start in starts:
        # As many at once as the server takes.
        found.append(await client.embed(texts[start : start + size]))
    return found


class Renderer:
    async def answers(self, outputs):
        found = []
        for output in outputs:
            # Computes under the name of a coroutine.
            found.append(await self._status(output))
        return found

    async def _status(self, output):
        return await self._empty(output) if output.done else output

    async def _empty(self, output):
        return output.replace(text="")


async def one_after_the_other(session, statements):
    # A session serves one statement at a time.
    return [await session.exec(statement) for statement in statements]
