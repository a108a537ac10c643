#@ path: python/engine/entrypoints/server.py
import asyncio
import json

from engine.entrypoints import loaders
from engine.entrypoints.loaders import read_template
from engine.entrypoints.store import Store


def back_off(seconds):
    wait_for(seconds)


def wait_for(seconds):
    import time

    time.sleep(seconds)


class Server:
    def __init__(self, store: Store):
        self.store = store

    async def render(self, name):
        template = read_template(name)
        #~         ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        back_off(0.1)
#~      ^^^^^^^^^^^^^ blocking-call-in-async moderate
        return template

    async def images(self, urls):
        return [loaders.fetch_image(url) for url in urls]
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate

    async def remember(self, key, value):
        self.store.save(key, value)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
        await asyncio.to_thread(self.store.save, key, value)


async def parse(text):
    return json.loads(text)
