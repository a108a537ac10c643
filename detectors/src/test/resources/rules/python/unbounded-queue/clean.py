#@ path: python/sglang/srt/disaggregation/kv_events.py
"""Queues that cannot grow, or whose growth somebody watches."""
import asyncio
import queue


class Bounded:
    def __init__(self, socket, size):
        self.socket = socket
        self.events = queue.Queue(maxsize=1000)
        self.others = asyncio.Queue(size)

    def publish(self, event):
        self.events.put(event)
        self.others.put_nowait(event)

    def run(self):
        while True:
            self.socket.send(self.events.get())


class Watched:
    def __init__(self, socket):
        self.socket = socket
        self.events = queue.Queue()

    def publish(self, event):
        if self.events.qsize() < 1000:
            self.events.put(event)

    def run(self):
        while True:
            self.socket.send(self.events.get())


class HandedOn:
    def __init__(self, consumer):
        self.events = queue.Queue()
        consumer.take(self.events)

    def publish(self, event):
        self.events.put(event)

    def run(self):
        while True:
            self.socket.send(self.events.get())


class Computes:
    def __init__(self):
        self.work = queue.Queue()

    def submit(self, item):
        self.work.put(item)

    def run(self):
        while True:
            item = self.work.get()
            item.result = item.work()


class FilledOnce:
    def __init__(self, items, socket):
        self.socket = socket
        self.pool = queue.Queue()
        for item in items:
            self.pool.put(item)

    def run(self):
        while True:
            self.socket.send(self.pool.get())

    def stop(self):
        self.pool.put(None)


def local(socket, items):
    inbox = queue.Queue()
    for item in items:
        inbox.put(item)
    while not inbox.empty():
        socket.send(inbox.get())
