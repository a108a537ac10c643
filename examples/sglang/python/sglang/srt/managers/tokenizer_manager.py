"""Takes requests from the HTTP server, tokenizes them and waits for their tokens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path


class TokenizerManager:
    """Shared by all requests of a server."""

    def __init__(self, tokenizer, scheduler, template_file: str):
        self.tokenizer = tokenizer
        self.scheduler = scheduler
        self.template = Path(template_file).read_text()
        self.waiting: dict[str, asyncio.Queue] = {}

    async def generate_request(self, rid: str, text: str) -> AsyncIterator[dict]:
        """Tokenizes a request, sends it, and yields its tokens as they come."""
        input_ids = await asyncio.to_thread(self.tokenizer.encode, text)
        while not self.scheduler.has_room():
            time.sleep(0.001)
        self.scheduler.send(rid, input_ids)
        self.waiting[rid] = asyncio.Queue(maxsize=1024)
        while True:
            output = await self.waiting[rid].get()
            yield output
            if output["finished"]:
                del self.waiting[rid]
                return

    async def attach_image(self, rid: str, image_file: str) -> None:
        """Reads an image that a request names."""
        with open(image_file, "rb") as stream:
            self.scheduler.send_image(rid, stream.read())

    async def attach_audio(self, rid: str, audio_file: str) -> None:
        """Reads a recording that a request names, without holding up the other requests."""
        data = await asyncio.to_thread(Path(audio_file).read_bytes)
        self.scheduler.send_audio(rid, data)
