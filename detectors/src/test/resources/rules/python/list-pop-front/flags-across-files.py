#@ path: python/sglang/srt/managers/scheduler_output_mixin.py
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sglang.srt.managers.scheduler import Scheduler


class OutputMixin:
    def process_output(self: Scheduler):
        # Declared in the scheduler's file, where it is a list.
        batch = self.finished.pop(0)
        #~      ^^^^^^^^^^^^^^^^^^^^ list-pop-front significant
        # So is the cache's queue.
        self.cache.acks.pop(0)
#~      ^^^^^^^^^^^^^^^^^^^^^^ list-pop-front significant
        return batch

    def drain(self):
        # The class that this one is mixed into declares it.
        while self.finished:
            self.finished.pop(0)
#~          ^^^^^^^^^^^^^^^^^^^^ list-pop-front significant
