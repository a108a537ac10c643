#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Long lists that are searched again and again."""

from typing import Dict, List


class Cache:
    def __init__(self):
        self.preempted: List[object] = []
        self.free_blocks: List[int] = []
        self.owners: Dict[int, str] = {}

    def preempt(self, requests):
        self.preempted.extend(requests)

    def runnable(self, running):
        return [request for request in running if request not in self.preempted]
        #~                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-membership significant

    def free(self, blocks: List[int]):
        self.free_blocks.extend(blocks)

    def take(self, block):
        self.free_blocks.remove(block)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-membership moderate

    def own(self, block, name):
        self.owners[block] = name

    def unknown_names(self, names):
        return [name for name in names if name not in self.owners.values()]
        #~                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-membership significant


def distinct(requests):
    seen = []
    for request in requests:
        if request.rid in seen:
        #~ ^^^^^^^^^^^^^^^^^^^ linear-membership minor
            continue
        seen.append(request.rid)
    return None


def distinct_words(text: str):
    seen = []
    count = 0
    for word in text.split():
        if word not in seen:
        #~ ^^^^^^^^^^^^^^^^ linear-membership minor
            seen.append(word)
            count += 1
    return count


def kept(tensor, rows):
    indices = tensor.tolist()
    total = 0
    for row in rows:
        if row in indices:
        #~ ^^^^^^^^^^^^^^ linear-membership minor
            total += indices.index(row)
            #~       ^^^^^^^^^^^^^^^^^^ linear-membership minor
    return total


def matching(batch, rows):
    ids = [request.rid for request in batch]
    return [row for row in rows if row.rid in ids]
    #~                             ^^^^^^^^^^^^^^ linear-membership minor


def known(table: Dict[str, int], names: List[str]):
    keys = list(table.keys())
    missing = 0
    while names:
        name = names.pop()
        if name not in keys:
        #~ ^^^^^^^^^^^^^^^^ linear-membership minor
            missing += 1
    return missing


def counts(batch):
    lengths = [request.length for request in batch]
    return {length: lengths.count(length) for length in lengths}
    #~              ^^^^^^^^^^^^^^^^^^^^^ linear-membership minor


def drop(batch, finished):
    left = [request for request in batch]
    for request in finished:
        left.remove(request)
#~      ^^^^^^^^^^^^^^^^^^^^ linear-membership minor
    return left
