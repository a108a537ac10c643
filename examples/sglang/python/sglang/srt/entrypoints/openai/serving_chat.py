"""The chat endpoint."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator

import aiohttp
from transformers import PreTrainedTokenizerBase

from sglang.srt.managers.template_manager import TemplateManager


class OpenAIServingChat:
    """Answers requests in the format of OpenAI."""

    def __init__(self, templates: TemplateManager, tokenizer: PreTrainedTokenizerBase, engine, chunk_type):
        self.templates = templates
        self.tokenizer = tokenizer
        self.engine = engine
        self.chunk_type = chunk_type

    async def handle_request(self, request) -> AsyncIterator[str]:
        """Streams the answer to a request."""
        prompt = self.templates.prompt_of(request.model, request.messages)
        input_ids = self.tokenizer.encode(prompt)
        images = await self.fetch_images(request.image_urls)
        parameters = copy.deepcopy(request.sampling_parameters)
        parameters.max_new_tokens -= len(input_ids)
        return self.generate_chat_stream(self.engine.generate(input_ids, images, parameters))

    async def fetch_images(self, urls: list[str]) -> list[bytes]:
        """The images that a request names."""
        images = []
        for url in urls:
            images.append(await self.fetch(url))
        return images

    async def fetch(self, url: str) -> bytes:
        """One image."""
        async with aiohttp.ClientSession() as session:
            async with session.get(url) as response:
                return await response.read()

    async def generate_chat_stream(self, outputs: AsyncIterator) -> AsyncIterator[str]:
        """The chunks of an answer as server-sent events."""
        async for output in outputs:
            chunk = self.chunk_type(text=output.text, finish_reason=output.finish_reason)
            yield f"data: {chunk.model_dump_json()}\n\n"
        yield "data: [DONE]\n\n"
