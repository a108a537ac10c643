"""Relays a model's answer to the client as server-sent events."""

import json
import logging
from collections.abc import AsyncIterator

logger = logging.getLogger(__name__)


def event_of(chunk: dict) -> bytes:
    """One server-sent event."""
    logger.debug(f"relaying {chunk}")
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


async def relay(chunks: AsyncIterator[dict]) -> AsyncIterator[bytes]:
    """The events of an answer, in order, with the closing one."""
    async for chunk in chunks:
        yield event_of(chunk)
    yield b"data: [DONE]\n\n"
