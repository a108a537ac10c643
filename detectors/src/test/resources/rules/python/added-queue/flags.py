#@ path: python/sglang/srt/managers/tokenizer_manager.py
import asyncio
import queue


class TokenizerManager:
    def __init__(self):
        self.results = queue.Queue()
        self.events: asyncio.Queue = None
        self.events = asyncio.Queue()

    async def generate_request(self, request):
        self.streams[request.rid] = asyncio.Queue()
        #~                          ^^^^^^^^^^^^^^^ added-queue minor
        pending = queue.SimpleQueue()
        #~        ^^^^^^^^^^^^^^^^^^^ added-queue minor
        self.run(pending)

    def handle(self, result):
        self.results.put(result)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ added-queue minor
        # Each place is told; a review asks once a function.
        self.results.put_nowait(result)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-queue minor

    async def publish(self, event):
        await self.events.put(event)
        #~    ^^^^^^^^^^^^^^^^^^^^^^ added-queue minor
