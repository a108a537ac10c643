#@ path: server/entrypoints/files.py
"""A generator does nothing when it is called: the response takes its elements on another thread."""
import requests
from fastapi.responses import StreamingResponse


def parts_of(url):
    yield requests.get(url).content


async def download(url):
    return StreamingResponse(parts_of(url))
