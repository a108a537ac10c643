#@ path: python/sglang/srt/managers/scheduler.py
from collections import deque

from sglang.srt.managers.scheduler_output_mixin import OutputMixin
from sglang.srt.mem_cache.cache import Cache


class Scheduler(OutputMixin):
    def __init__(self):
        self.finished = []
        self.waiting = deque()
        self.cache = Cache()
