#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that compute for long."""
import gzip
import io

import cv2
from PIL import Image


class Handler:
    async def tokenizes(self, request, messages):
        ids = self.tokenizer.encode(request.prompt)
        #~    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        more = self._tokenizer(request.prompt, return_tensors="pt").input_ids
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        chat = self.tokenizer.apply_chat_template(messages, tokenize=True)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        lengths = [len(self.tokenizer.encode(text)) for text in request.texts]
        #~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        return ids, more, chat, lengths

    async def detokenizes(self, ids, batch):
        text = self.tokenizer.decode(ids)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async minor
        return text, self.tokenizer.batch_decode(batch)
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async moderate

    async def preprocesses(self, images, text):
        inputs = self.processor(text=text, images=images, return_tensors="pt")
        #~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        pixels = self.image_processor.preprocess(images, return_tensors="pt")
        #~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
        return inputs, pixels

    async def compiles(self, schema):
        return self.grammar_compiler.compile_json_schema(schema)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant

    async def loads(self, media_io, data):
        return media_io.load_bytes(data)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant


class Renderer:
    def prepare(self, request):
        return self.tokenizer.encode(request.prompt)

    async def through_another(self, request):
        return self.prepare(request)
        #~     ^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant

    async def in_a_generator_expression(self, texts):
        return sum(len(self.tokenizer.encode(text)) for text in texts)
        #~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant


async def by_name(tokenizer, prompt):
    return tokenizer(prompt)
    #~     ^^^^^^^^^^^^^^^^^ heavy-work-in-async significant


async def media(data):
    image = Image.open(io.BytesIO(data)).convert("RGB")
    #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
    pixels = cv2.imdecode(data, cv2.IMREAD_COLOR)
    #~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async significant
    return pixels, buffer.getvalue()


async def compresses(body):
    return gzip.compress(body)
    #~     ^^^^^^^^^^^^^^^^^^^ heavy-work-in-async moderate
