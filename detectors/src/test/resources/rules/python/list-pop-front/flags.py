#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Lists used as queues."""

import time
from dataclasses import dataclass, field
from typing import Dict, List, Optional


class CacheController:
    def __init__(self, sizes):
        self.ack_write_queue = []
        self.backlog: List[int] = list(sizes)
        self.lanes = [[] for _ in range(64)]
        self.by_rank: Dict[int, List[int]] = {}
        self.recent = []

    def finish_writes(self):
        ack = self.ack_write_queue.pop(0)
        #~    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ list-pop-front significant
        return ack

    def retry(self, size):
        self.backlog.insert(0, size)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ list-pop-front significant

    def drain(self):
        while self.backlog:
            time.sleep(self.backlog[0])
            del self.backlog[0]
#~          ^^^^^^^^^^^^^^^^^^^ list-pop-front significant

    def lane(self, number):
        return self.lanes[number].pop(0)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^ list-pop-front significant

    def rank(self, number):
        return self.by_rank[number].pop(0)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ list-pop-front significant

    def remember(self, item):
        self.recent.append(item)
        if len(self.recent) > 1000:
            self.recent.pop(0)
#~          ^^^^^^^^^^^^^^^^^^ list-pop-front moderate
        return self.recent[-10:]


@dataclass
class Batch:
    waiting: List[int] = field(default_factory=list)


def step(batch: Batch):
    return batch.waiting.pop(0)
    #~     ^^^^^^^^^^^^^^^^^^^^ list-pop-front significant


def path_to_root(node):
    path = []
    while node is not None:
        path.insert(0, node.key)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ list-pop-front minor
        node = node.parent
    return sum(path)


def breadth_first(root):
    # Both ends, and an annotation that goes with the list.
    queue: List[object] = [root]
    seen = 0
    while queue:
        node = queue.pop(0)
        #~     ^^^^^^^^^^^^ list-pop-front significant
        seen += 1
        queue.extend(node.children)
    return seen


def split(lines: list[str]):
    heads = []
    while lines:
        heads.append(lines.pop(0))
        #~           ^^^^^^^^^^^^ list-pop-front significant
    return heads


def handed_on(items: Optional[List[int]], consume):
    left = list(items or [])
    while len(left) > 1:
        left.pop(0)
#~      ^^^^^^^^^^^ list-pop-front significant
    consume(left)


def with_alias(items):
    from_here = sorted(items)
    for _ in items:
        from_here.pop(0)
#~      ^^^^^^^^^^^^^^^^ list-pop-front minor
        if not from_here:
            return len(from_here), 0 in from_here
    for item in from_here:
        print(item)
    return None


def fill_in(texts: list[str], images: list[str]):
    # The few images of one request.
    for place, text in enumerate(texts):
        if text == "<image>":
            texts[place] = images.pop(0)
            #~             ^^^^^^^^^^^^^ list-pop-front minor


def walk(root):
    # Whatever comes up is worked off.
    queue = [root]
    while queue:
        node = queue.pop(0)
        #~     ^^^^^^^^^^^^ list-pop-front significant
        queue.extend(node.children)
