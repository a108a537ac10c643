"""Starts the copies of KV pages between storage, host and device."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass
class PrefetchOperation:
    """Pages that are on their way from the storage to the host."""

    request_id: str
    block_hashes: list[str]
    loaded: int = 0

    def is_finished(self) -> bool:
        return self.loaded == len(self.block_hashes)


class HiCacheController:
    """The queues of copies in flight."""

    def __init__(self, storage):
        self.storage = storage
        self.prefetch_queue: list[PrefetchOperation] = []
        self.backup_queue: deque[list[str]] = deque()

    def prefetch(self, request_id: str, block_hashes: list[str]) -> None:
        """Starts to load the pages of a request."""
        operation = PrefetchOperation(request_id, block_hashes)
        self.storage.load(operation)
        self.prefetch_queue.append(operation)

    def back_up(self, block_hashes: list[str]) -> None:
        """Starts to write pages to the storage."""
        self.backup_queue.append(block_hashes)
