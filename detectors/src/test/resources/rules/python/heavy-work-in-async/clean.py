#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that compute elsewhere, or next to nothing."""
import asyncio
import gzip
import io
import threading

from PIL import Image


def tokenizer_of(tokenizer):
    return tokenizer


class Handler:
    def not_a_coroutine(self, prompt):
        return self.tokenizer.encode(prompt)

    async def on_another_thread(self, prompt, images, data):
        ids = await asyncio.to_thread(self.tokenizer.encode, prompt)
        loop = asyncio.get_running_loop()
        inputs = await loop.run_in_executor(None, lambda: self.processor(images=images))
        return ids, inputs, await asyncio.to_thread(gzip.compress, data)

    async def asynchronous_tokenizer(self, prompt, prompts):
        ids = await self.tokenizer.encode(prompt)
        many = await asyncio.gather(self.tokenizer.encode(prompt), self.tokenizer.encode(prompts))
        other = await self.async_tokenizer(prompt)
        return ids, many, other

    async def constants(self):
        prefix = f"<|user|>{self.placeholder('audio', 0)}"
        template = f"{prefix}<|assistant|>"
        return self.tokenizer.encode("</think>"), self.tokenizer.decode(0), self.tokenizer.encode(template)

    async def other_things(self, text, name, file, registry):
        key = name.encode("utf-8")
        tokenizer = self.get_tokenizer(text)
        processor = registry.processor(name)
        file.save(name)
        header = Image.open(io.BytesIO(key))
        return self.renderer.tokenizer(), processor, header.size, tokenizer, self.codec.decode(text)


class Renderer:
    def prepare(self, request):
        return self.tokenizer.encode(request.prompt)

    async def elsewhere(self, request):
        return await asyncio.to_thread(self.prepare, request)


async def with_stop_words(tokenizer, request):
    stops = [tokenizer.encode(word) for word in request.stop]
    return stops, tokenizer.encode(request.eos_token)


async def try_out(args: argparse.Namespace, tokenizer):
    # A command of the terminal.
    return args


def on_its_own_thread(tokenizer, prompt, answers):
    async def answer():
        answers.put(tokenizer.encode(prompt))

    def run():
        loop = asyncio.new_event_loop()
        loop.run_until_complete(answer())

    threading.Thread(target=run).start()
