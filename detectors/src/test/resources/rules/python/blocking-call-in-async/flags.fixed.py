#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that block."""
import asyncio
import os
import queue
import shutil
import socket
import sqlite3
import subprocess
import threading
import time as t
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep as nap
from typing import List, Optional

import boto3
import httpx
import redis
import requests
import zmq


async def sleeps(seconds):
    await asyncio.sleep(seconds)
    await asyncio.sleep(0.5)  # a comment stays
    x = await asyncio.sleep(
        # why so long
        2
    )
    await asyncio.sleep(0)
    return [await asyncio.sleep(i) for i in range(2)], x


async def no_fix_for_these(lock, *args):
    t.sleep(*args)
    with lock:
        t.sleep(1)
    return sum(t.sleep(i) or i for i in range(2))


async def network(url, payload):
    first = requests.get(url, timeout=5)
    body = requests.post(
        url,
        json=payload,
    ).json()
    page = urllib.request.urlopen(url).read()
    with httpx.Client() as client:
        client.get(url)
    return first, body, page, socket.getaddrinfo("localhost", 80)[0]


async def processes(command):
    subprocess.run(command, check=True)
    os.system("sync")
    child = subprocess.Popen(command)
    child.wait()


async def files(path: Path, name: str):
    with open(name) as file:
        text = file.read()
    shutil.rmtree(name)
    if os.path.exists(name):
        return path.read_text()
    return text + (path / "part").read_text()


class Worker:
    def __init__(self):
        self.inbox = queue.Queue()
        self.outbox = queue.Queue(maxsize=8)
        self.lock = threading.Lock()
        self.pool = ThreadPoolExecutor(4)
        self.thread: Optional[threading.Thread] = None
        self.stopped = threading.Event()
        self.socket = zmq.Context().socket(zmq.PULL)
        self.cache = redis.Redis()
        self.db = sqlite3.connect("state.db")

    async def work(self, item):
        got = self.inbox.get()
        self.outbox.put(got)
        future = self.pool.submit(compute, item)
        self.stopped.wait(1.0)
        self.cache.get("key")
        self.db.execute("select 1")
        self.socket.recv_pyobj()
        return future.result()

    async def guarded(self):
        with self.lock:
            self.count = 1
        with self.lock:
            await self.flush()
        self.lock.acquire()

    async def join_all(self, threads: List[threading.Thread]):
        for thread in threads:
            thread.join()
        if self.thread is not None:
            self.thread.join(timeout=5)


class Handler:
    class Inner:
        async def handle(self):
            def callback():
                pass

            await asyncio.sleep(1)
            return callback


async def object_store(bucket, key, path):
    store = boto3.client("s3")
    store.download_file(bucket, key, path)


async def keep_registered(manager):
    # Once, before the loop that the task stays in.
    manager.address = subprocess.run(["hostname", "-i"], capture_output=True).stdout
    while True:
        try:
            await manager.register(manager.address)
        except ConnectionError:
            manager.registered = False
        await asyncio.sleep(5)


@asynccontextmanager
async def lifespan_handler(app):
    # Nobody is served yet.
    requests.post("http://proxy/register")
    yield


def test2():
    async def measure():
        subprocess.run(["true"])
