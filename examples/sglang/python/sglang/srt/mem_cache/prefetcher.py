"""Follows the pages that are loaded ahead for requests that wait."""

from __future__ import annotations

from sglang.srt.managers.cache_controller import HiCacheController
from sglang.srt.utils.block_hash import block_hashes_of


class Prefetcher:
    """Asks for pages ahead, and tells which requests have theirs."""

    def __init__(self, controller: HiCacheController, page_size: int):
        self.controller = controller
        self.page_size = page_size
        self.loaded: dict[str, int] = {}

    def start_prefetch(self, request_id: str, token_ids: list[int]) -> None:
        """Asks for the pages of a request's prompt."""
        self.controller.prefetch(request_id, block_hashes_of(token_ids, self.page_size))

    def check_prefetch_events(self) -> None:
        """Called by the scheduler on every step."""
        while self.controller.prefetch_queue and self.controller.prefetch_queue[0].is_finished():
            operation = self.controller.prefetch_queue.pop(0)
            self.loaded[operation.request_id] = operation.loaded

    def check_backup_events(self) -> None:
        """The same for the pages that are written: their queue is a `deque`."""
        while self.controller.backup_queue and not self.controller.backup_queue[0]:
            self.controller.backup_queue.popleft()
