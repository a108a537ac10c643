#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that compute for long."""
import asyncio
import gzip
import io

import cv2
from PIL import Image


class Handler:
    async def tokenizes(self, request, messages):
        ids = await asyncio.to_thread(self.tokenizer.encode, request.prompt)
        more = (await asyncio.to_thread(self._tokenizer, request.prompt, return_tensors="pt")).input_ids
        chat = await asyncio.to_thread(self.tokenizer.apply_chat_template, messages, tokenize=True)
        lengths = [len(await asyncio.to_thread(self.tokenizer.encode, text)) for text in request.texts]
        return ids, more, chat, lengths

    async def detokenizes(self, ids, batch):
        text = await asyncio.to_thread(self.tokenizer.decode, ids)
        return text, await asyncio.to_thread(self.tokenizer.batch_decode, batch)

    async def preprocesses(self, images, text):
        inputs = await asyncio.to_thread(self.processor, text=text, images=images, return_tensors="pt")
        pixels = await asyncio.to_thread(self.image_processor.preprocess, images, return_tensors="pt")
        return inputs, pixels

    async def compiles(self, schema):
        return await asyncio.to_thread(self.grammar_compiler.compile_json_schema, schema)

    async def loads(self, media_io, data):
        return await asyncio.to_thread(media_io.load_bytes, data)


class Renderer:
    def prepare(self, request):
        return self.tokenizer.encode(request.prompt)

    async def through_another(self, request):
        return self.prepare(request)

    async def in_a_generator_expression(self, texts):
        return sum(len(self.tokenizer.encode(text)) for text in texts)


async def by_name(tokenizer, prompt):
    return await asyncio.to_thread(tokenizer, prompt)


async def media(data):
    image = await asyncio.to_thread(Image.open(io.BytesIO(data)).convert, "RGB")
    pixels = await asyncio.to_thread(cv2.imdecode, data, cv2.IMREAD_COLOR)
    buffer = io.BytesIO()
    await asyncio.to_thread(image.save, buffer, format="PNG")
    return pixels, buffer.getvalue()


async def compresses(body):
    return await asyncio.to_thread(gzip.compress, body)
