#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Coroutines that block."""
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
    t.sleep(seconds)
#~  ^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    nap(0.5)  # a comment stays
#~  ^^^^^^^^ blocking-call-in-async significant
    x = t.sleep(
#~ [8..+3:5] blocking-call-in-async significant
        # why so long
        2
    )
    t.sleep(0)
#~  ^^^^^^^^^^ blocking-call-in-async minor
    return [t.sleep(i) for i in range(2)], x
    #~      ^^^^^^^^^^ blocking-call-in-async significant


async def no_fix_for_these(lock, *args):
    t.sleep(*args)
#~  ^^^^^^^^^^^^^^ blocking-call-in-async significant
    with lock:
        t.sleep(1)
#~      ^^^^^^^^^^ blocking-call-in-async significant
    return sum(t.sleep(i) or i for i in range(2))
    #~         ^^^^^^^^^^ blocking-call-in-async significant


async def network(url, payload):
    first = requests.get(url, timeout=5)
    #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    body = requests.post(
#~ [11..+3:5] blocking-call-in-async significant
        url,
        json=payload,
    ).json()
    page = urllib.request.urlopen(url).read()
    #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    with httpx.Client() as client:
        client.get(url)
#~      ^^^^^^^^^^^^^^^ blocking-call-in-async significant
    return first, body, page, socket.getaddrinfo("localhost", 80)[0]
    #~                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant


async def processes(command):
    subprocess.run(command, check=True)
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    os.system("sync")
#~  ^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    child = subprocess.Popen(command)
    #~      ^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
    child.wait()
#~  ^^^^^^^^^^^^ blocking-call-in-async significant


async def files(path: Path, name: str):
    with open(name) as file:
    #~   ^^^^^^^^^^ blocking-call-in-async moderate
        text = file.read()
    shutil.rmtree(name)
#~  ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    if os.path.exists(name):
    #~ ^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        return path.read_text()
        #~     ^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
    return text + (path / "part").read_text()
    #~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate


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
        #~    ^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        self.outbox.put(got)
#~      ^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        future = self.pool.submit(compute, item)
        self.stopped.wait(1.0)
#~      ^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        self.cache.get("key")
#~      ^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        self.db.execute("select 1")
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
        self.socket.recv_pyobj()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        return future.result()
        #~     ^^^^^^^^^^^^^^^ blocking-call-in-async significant

    async def guarded(self):
        with self.lock:
        #~   ^^^^^^^^^ blocking-call-in-async minor
            self.count = 1
        with self.lock:
        #~   ^^^^^^^^^ blocking-call-in-async significant
            await self.flush()
        self.lock.acquire()
#~      ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate

    async def join_all(self, threads: List[threading.Thread]):
        for thread in threads:
            thread.join()
#~          ^^^^^^^^^^^^^ blocking-call-in-async significant
        if self.thread is not None:
            self.thread.join(timeout=5)
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant


class Handler:
    class Inner:
        async def handle(self):
            def callback():
                pass

            nap(1)
#~          ^^^^^^ blocking-call-in-async significant
            return callback


async def object_store(bucket, key, path):
    store = boto3.client("s3")
    store.download_file(bucket, key, path)
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant


async def keep_registered(manager):
    # Once, before the loop that the task stays in.
    manager.address = subprocess.run(["hostname", "-i"], capture_output=True).stdout
    #~                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible
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
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible
    yield


def test2():
    async def measure():
        subprocess.run(["true"])
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible
