#@ path: python/sglang/srt/disaggregation/kv_events.py
"""Queues that grow while the other side is slow."""
import asyncio
import queue


class Publisher:
    def __init__(self, socket):
        self.socket = socket
        self.events = queue.Queue()
        #~            ^^^^^^^^^^^^^ unbounded-queue significant
        self.simple: queue.SimpleQueue = queue.SimpleQueue()
        #~                               ^^^^^^^^^^^^^^^^^^^ unbounded-queue significant

    def publish(self, event):
        self.events.put(event)
        self.simple.put(event)

    def run(self):
        while True:
            event = self.events.get()
            self.socket.send(event)

    def run_simple(self):
        while self.running:
            self.socket.send(self.simple.get())


class Reporter:
    def __init__(self, session):
        self.session = session
        self.records = asyncio.Queue(maxsize=0)
        #~             ^^^^^^^^^^^^^^^^^^^^^^^^ unbounded-queue significant

    def report(self, record):
        self.records.put_nowait(record)

    async def run(self):
        while True:
            record = await self.records.get()
            await self.session.post("http://collector", json=record)
