#@ path: python/sglang/srt/managers/scheduler_output_mixin.py
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sglang.srt.managers.scheduler import Scheduler


class OutputMixin:
    def process_output(self: Scheduler):
        # A list in one class, a deque in another: nobody knows.
        self.unsure.pop(0)
        # Only ever gets new first elements here: perhaps a list of plug-ins.
        self.hooks.insert(0, len)
        # A dictionary's `pop` takes a key.
        self.table.pop(0)
