#@ path: server/entrypoints/files.py
"""A generator whose elements the coroutine takes itself."""
import requests


def parts_of(url):
    yield requests.get(url).content


async def download(url):
    found = []
    for part in parts_of(url):
    #~          ^^^^^^^^^^^^^ blocking-call-in-async moderate
        found.append(part)
    return found
