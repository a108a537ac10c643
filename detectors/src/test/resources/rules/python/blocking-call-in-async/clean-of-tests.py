#@ path: engine/plugins/interface.py
"""What a test hands in for the plugins of a server is not what a request waits for."""

from abc import ABC, abstractmethod


class Plugin(ABC):
    @abstractmethod
    def prepare(self, request):
        raise NotImplementedError

    async def prepare_async(self, request):
        return self.prepare(request)
