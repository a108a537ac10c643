#@ path: python/sglang/srt/managers/tokenizer_manager.py
import contextlib
import threading


class TokenizerManager:
    def __init__(self):
        self.lock = threading.Lock()
        # At start-up nobody waits.
        with self.lock:
            self.requests = {}

    def submit(self, request, lock, tracer):
        # It does not wait.
        if self.lock.acquire(blocking=False):
            self.lock.release()
        # Nobody knows what this is.
        with lock:
            self.count += 1
        with tracer, contextlib.suppress(KeyError), open(request.path) as file:
            del self.requests[request.rid]
        self.tokenizer.acquire()
