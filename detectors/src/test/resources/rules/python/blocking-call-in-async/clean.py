#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Look-alikes of blocking coroutines."""
import asyncio
import concurrent.futures
import os
import queue
import subprocess
import threading
import time
from pathlib import Path

import aiofiles
import httpx
import redis.asyncio as aioredis
import requests
import zmq
import zmq.asyncio


def not_a_coroutine(url):
    time.sleep(1)
    return requests.get(url)


async def handed_to_a_thread(url, path: Path, executor):
    loop = asyncio.get_running_loop()

    def fetch():
        return requests.get(url).json()

    await asyncio.to_thread(time.sleep, 1)
    await asyncio.to_thread(lambda: time.sleep(1))
    await loop.run_in_executor(None, lambda: requests.get(url))
    await loop.run_in_executor(executor, fetch)
    return await asyncio.to_thread(path.read_text)


async def asynchronous_twins(name, url):
    inbox = asyncio.Queue(maxsize=4)
    lock = asyncio.Lock()
    event = asyncio.Event()
    await inbox.get()
    await inbox.put(1)
    async with lock:
        await event.wait()
    async with aiofiles.open(name) as file:
        await file.read()
    async with httpx.AsyncClient() as client:
        await client.get(url)
    socket = zmq.asyncio.Context().socket(zmq.PULL)
    await socket.recv()
    cache = aioredis.Redis()
    await cache.get("key")
    process = await asyncio.create_subprocess_exec("true")
    await process.wait()


async def awaited_all_the_same(socket: zmq.Socket):
    # zmq.asyncio.Socket is a zmq.Socket.
    await socket.recv()
    return await asyncio.wait_for(socket.recv(), 1)


async def told_not_to_wait(socket: zmq.Socket, inbox: queue.Queue, lock: threading.Lock, thread: threading.Thread):
    socket.recv(zmq.NOBLOCK)
    socket.send(b"", flags=zmq.DONTWAIT)
    inbox.get(block=False)
    inbox.get(False)
    inbox.get_nowait()
    lock.acquire(blocking=False)
    thread.join(timeout=0)


async def known_to_be_done(pool: concurrent.futures.ThreadPoolExecutor, thread: threading.Thread):
    future = pool.submit(len, "")
    await asyncio.wrap_future(future)
    other = pool.submit(len, "")
    while thread.is_alive():
        await asyncio.sleep(0.1)
    thread.join()
    if other.done():
        return other.result()
    return future.result()


class Unbounded:
    def __init__(self):
        self.outbox = queue.Queue()
        self.task = None

    async def put(self, item):
        self.outbox.put(item)
        self.task = asyncio.create_task(self.put(item))
        return self.task.result()


async def unknown_objects(session, lock, thread, path):
    session.get("url")
    with lock:
        thread.join()
    return path.read_text(), ",".join(["a"]), os.path.join("a", "b")


async def names_of_its_own(requests, open, time):
    open("file")
    requests.get("url")
    time.sleep(1)


def main():
    asyncio.run(unknown_objects(1, 2, 3, 4))
    subprocess.run(["true"])


# A queue that was asked before has something to give.
async def take_ready(pool: queue.Queue):
    if pool.empty():
        return make_descriptor()
    return pool.get()


class Server:
    def __init__(self):
        self.socket = zmq.Context().socket(zmq.ROUTER)

    async def run(self):
        poller = zmq.asyncio.Poller()
        poller.register(self.socket, zmq.POLLIN)
        while self.socket in dict(await poller.poll()):
            await self.answer()

    async def answer(self):
        # Polled: there is something to receive.
        return self.socket.recv_multipart()


class Watch:
    def start(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        asyncio.run_coroutine_threadsafe(self.watch(), self.loop)

    async def watch(self):
        # On an event loop that nobody else is on.
        while True:
            requests.get("http://peer/health")
            await asyncio.sleep(10)
