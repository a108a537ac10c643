#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Lists that are needed, or cost no less by other means."""

from typing import Dict, List


class Cache:
    def __init__(self, table):
        self.nodes: Dict[int, object] = {}
        self.waiting: List[object] = []
        self.unknown = table

    def prune(self):
        # The loop takes from what it goes over.
        for key in list(self.nodes.keys()):
            if key % 2:
                del self.nodes[key]
        for key, node in list(self.nodes.items()):
            if node is None:
                self.nodes.pop(key)

    def finish(self):
        # A method may take from it.
        for node in list(self.nodes.values()):
            self.drop(node)
        # So may an element, through a way back to this object.
        for node in list(self.nodes.values()):
            node.close()
        # And whoever gets hold of this object.
        for node in list(self.nodes.values()):
            release(self, node)

    def drop(self, node):
        self.nodes.pop(node.key)

    async def flush(self):
        for node in list(self.nodes.values()):
            await node.flush()

    def walk(self):
        for node in list(self.nodes.values()):
            yield node

    def rebuild(self):
        for item in list(self.waiting):
            self.waiting.append(item)
        return [self.take(item) for item in list(self.waiting)]

    def take(self, item):
        self.waiting.remove(item)
        return item

    def snapshot(self):
        return list(self.nodes.values())

    def read(self):
        kept = self.snapshot()
        kept.append(None)
        return kept

    @property
    def recent(self):
        return self.waiting[-8:]

    @property
    def all_waiting(self):
        return self.waiting

    def glance(self):
        return len(self.recent), len(self.all_waiting), self.recent[0]

    def unknown_source(self):
        # It may be a generator, with a length only as a list.
        return len(list(self.unknown)), [x for x in list(self.unknown)]


def release(cache, node):
    cache.nodes.pop(node)


def sums(xs: List[int]):
    # A list comprehension is faster here than a generator expression, and nothing stops early.
    total = sum([x * x for x in xs])
    text = ",".join([str(x) for x in xs])
    most = max([x + 1 for x in xs])
    count = len([x for x in xs if x])
    pair = tuple([x for x in xs])
    return total, text, most, count, pair


def each_is_called(checks, node):
    # Each check keeps a state: none may be left out.
    return all([check(node) for check in checks]), any([node.advance(check) for check in checks])


async def awaits(xs):
    if any([await x.ready() for x in xs]):
        return [await x.get() for x in xs][0]
    return None


def kept(d: Dict[str, int]):
    names = list(d.keys())
    return names, list(d.values()), list(d)[1], list(d)[-1], list(d)[:2]


def own_name(list, any, xs):
    for x in list(xs):
        any([x])
    return any([y for y in xs])


def sorted_elsewhere(xs: List[int], cache):
    # The caller's list keeps its order.
    xs = sorted(xs)
    other = []
    cache.keep(other)
    other = sorted(other)
    ranked = sorted(xs)
    mine = []
    for x in xs:
        cache.keep(mine)
        mine = sorted(mine)
    return xs, other, ranked[0], sorted(xs)[:3]


def median(batch):
    values = [request.length for request in batch]
    return sorted(values)[len(values) // 2]


def twice(weights):
    kept = [w for w in weights]
    for w in kept:
        print(w)
    return kept


def alias(cache: Cache):
    nodes = cache.nodes
    for key in list(nodes):
        del cache.nodes[key]


def all_lines(path):
    lines = open(path).readlines()
    with open(path) as file:
        for line in file.readlines():
            print(line, file.tell())
    return lines, len(lines)


async def other_lines(file):
    for line in await file.readlines():
        print(line)
