#@ path: python/sglang/srt/managers/tokenizer_manager.py
import asyncio
import queue


class TokenizerManager:
    def __init__(self, results):
        self.inbox = queue.Queue(maxsize=1024)
        self.results = results
        self.jobs = queue.Queue()
        self.socket = None

    async def generate_request(self, request):
        # It has a bound.
        self.streams[request.rid] = asyncio.Queue(64)
        self.inbox.put(request)
        # Whoever made it may have bounded it.
        self.results.put(request)

    def stop(self):
        # Only a sign to the reader.
        self.jobs.put(None)

    def lane(self, rank):
        if self.lanes is None:
            self.lanes = queue.Queue()
        return self.lanes


class Publisher:
    def __init__(self, socket):
        self.socket = socket
        self.events = queue.Queue()

    def publish(self, event):
        # `unbounded-queue` speaks of this one.
        self.events.put(event)

    def run(self):
        while True:
            self.socket.send(self.events.get())
