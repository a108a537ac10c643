#@ path: python/sglang/srt/managers/tokenizer_manager.py
import asyncio
import threading


class TokenizerManager:
    def __init__(self):
        self.lock = threading.Lock()
        self.model_lock = asyncio.Lock()
        self.slots = asyncio.Semaphore(64)
        self.state_changed = threading.Condition()

    def submit(self, request):
        with self.lock:
        #~   ^^^^^^^^^ added-lock minor
            self.requests[request.rid] = request
        # Each place is told; a review asks once a function.
        with self.lock:
        #~   ^^^^^^^^^ added-lock minor
            self.count += 1

    async def generate_request(self, request):
        async with self.model_lock, self.slots:
        #~         ^^^^^^^^^^^^^^^ added-lock minor
        #~                          ^^^^^^^^^^ added-lock minor
            await self.send(request)

    def wait_one(self):
        self.state_changed.acquire()
#~      ^^^^^^^^^^^^^^^^^^ added-lock minor
        self.state_changed.release()
