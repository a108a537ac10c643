#@ path: python/engine/entrypoints/server.py
import asyncio

from engine.entrypoints.loaders import (
    cached_template,
    fetch_later,
    load_once,
    poll,
    size_of,
)
from engine.entrypoints.unknown import do_something


class Server:
    async def render(self, name):
        # Remembered: only the first call reads the file.
        template = cached_template(name)
        # Made when it is first asked for.
        client = load_once(self)
        # Blocks nothing but for a file system's answer.
        size_of(name)
        return template, client

    async def offload(self, url):
        # A coroutine is awaited where it is made.
        data = await fetch_later(url)
        # Runs on a thread.
        await asyncio.get_running_loop().run_in_executor(None, poll)
        # What it does nobody knows.
        do_something(url)
        # Hands the blocking function to a thread itself.
        return data

    async def later(self, schedule):
        # The lambda runs where it is called.
        schedule(lambda: poll())
