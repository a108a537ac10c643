#@ path: gateway/worker.py
"""What a worker does once, before requests come."""

import asyncio
import shutil


class Worker:
    async def _register_worker(self, old):
        await asyncio.to_thread(shutil.copytree, old, self.folder)

    async def _run_first_warmup(self, old):
        await asyncio.to_thread(shutil.copytree, old, self.folder)

    async def register(self, old):
        # Models are registered while others serve.
        await asyncio.to_thread(shutil.copytree, old, self.folder)
