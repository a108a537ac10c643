#@ path: server/supervisor.py
"""Code that no request is known to wait for: commands of an operator, mostly."""
import asyncio


class Supervisor:
    async def list_environments(self, model):
        found = []
        found.extend(await asyncio.gather(*(worker.list_environments(model) for worker in self.workers)))
        return found
