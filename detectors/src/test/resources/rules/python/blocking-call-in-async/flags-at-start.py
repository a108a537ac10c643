#@ path: gateway/worker.py
"""What a worker does once, before requests come."""

import shutil


class Worker:
    async def _register_worker(self, old):
        shutil.copytree(old, self.folder)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible

    async def _run_first_warmup(self, old):
        shutil.copytree(old, self.folder)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible

    async def register(self, old):
        # Models are registered while others serve.
        shutil.copytree(old, self.folder)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
