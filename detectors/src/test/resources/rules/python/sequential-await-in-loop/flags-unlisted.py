#@ path: server/supervisor.py
"""Code that no request is known to wait for: commands of an operator, mostly."""


class Supervisor:
    async def list_environments(self, model):
        found = []
        for worker in self.workers:
            found.append(await worker.list_environments(model))
            #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop minor
        return found
