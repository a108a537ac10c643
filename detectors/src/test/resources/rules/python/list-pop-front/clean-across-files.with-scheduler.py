#@ path: python/sglang/srt/managers/scheduler.py
from collections import deque


class Scheduler:
    def __init__(self, wide):
        self.unsure = deque()
        if wide:
            self.unsure = []
        self.hooks = []
        self.table = {}
