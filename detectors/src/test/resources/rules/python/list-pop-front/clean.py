#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Look-alikes of a list used as a queue."""

import sys
from collections import deque
from typing import Any, Deque, Dict, List, Union

sys.path.insert(0, ".")

_STRATEGIES = []


def register(strategy):
    # Filled once, never drained.
    _STRATEGIES.insert(0, strategy)


class Cache:
    def __init__(self, cfg, history: Deque[int], table: Dict[int, str]):
        self.queue = deque()
        self.history = history
        self.table = table
        self.unknown = cfg.queue
        self.either = []
        self.window = []

    def reset(self):
        self.either = {}

    def use(self):
        self.queue.pop(0)
        self.history.pop(0)
        self.table.pop(0)
        self.unknown.pop(0)
        self.either.pop(0)

    def keep(self, item):
        self.window.append(item)
        if len(self.window) > 4:
            self.window.pop(0)


def once(messages: List[str]):
    # One move of all elements costs no more than the loop below.
    system = messages.pop(0)
    return [system + message for message in messages]


def tiny():
    steps = ["a", "b", "c"]
    while steps:
        yield steps.pop(0)


def few_turns(items: List[int]):
    for _ in range(4):
        items.pop(0)
    for head in ("x", "y"):
        items.insert(0, head)


def fresh_in_each_turn(groups):
    for group in groups:
        parts = group.split(",")
        head = parts.pop(0)
        yield head, parts


def not_a_list(x: Union[list, dict], y: Any, z: bytearray, index):
    while x:
        x.pop(0)
        y.pop(0)
        z.pop(0)


def other_places(items: List[int], index):
    while items:
        items.pop()
        items.pop(index)
        items.insert(index, 1)
        items.insert(1, 0)
        del items[-1]
        del items[0:2]


def list_of_another_name(list):
    xs = list()
    while xs:
        xs.pop(0)
