#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Lists built only to be read in passing."""

from typing import Dict, Iterable, List, Tuple


class Cache:
    def __init__(self):
        self.nodes: Dict[int, "Node"] = {}
        self.pending = set()
        self.tokens: List[int] = []
        self.prompt_length = 0

    def size(self):
        total = 0
        for node in self.nodes.values():
            total += node.length
        return total

    def oldest(self):
        return next(iter(self.nodes.keys()))

    def holds(self, key):
        return key in self.nodes.keys()

    def count(self):
        return len(self.nodes.values())

    def collect(self, out: set):
        out.update(self.pending)
        return sorted(self.nodes, reverse=True)

    def any_locked(self):
        return any(node.locked for node in self.nodes.values())

    def all_ready(self):
        return all(node.is_ready() for node in self.nodes.values())

    def keys(self):
        return {node.key for node in self.nodes.values()}

    def copy_keys(self):
        return [key for key in self.nodes]

    def first_free(self):
        return next(node for node in self.nodes.values() if not node.locked)

    def has_free(self):
        return len([node for node in self.nodes.values() if not node.locked]) > 0

    def warn(self):
        if [node for node in self.nodes.values() if node.locked]:
            return "locked"
        return ""

    def many(self):
        return len([node.key for node in self.nodes.values()])

    @property
    def output(self):
        return self.tokens if not self.prompt_length else self.tokens[self.prompt_length :]

    def has_output(self, minimum):
        return len(self.output) > minimum

    def last_output(self):
        return self.output[-1]

    def all_nodes(self):
        return list(self.nodes.values())

    def total(self):
        return sum(node.length for node in self.all_nodes())


class Node:
    def __init__(self, key, length):
        self.key = key
        self.length = length
        self.locked = False

    def is_ready(self):
        return not self.locked


def indexed(table: Dict[str, int]):
    for i, (name, value) in enumerate(table.items()):
        print(i, name, value)
    return [value + 1 for value in table.values()]


def any_mapping(table):
    return max(table.values())


def spread(items: List[int]):
    return print(*items)


def counted(turns):
    for turn in range(turns):
        print(turn)


def free_slots(batch):
    slots: List[int] = []
    for slot, request in enumerate(batch):
        if request is None:
            slots.append(slot)
    slots.sort(reverse=True)
    return slots.pop()


def hand_on(batch, cache):
    free = [request.slot for request in batch]
    free.sort()
    cache.condense(free)


def in_order(batch):
    names = [request.name for request in batch]
    names.sort()
    return names


def route(endpoints: List[str], turn: int):
    return sorted(endpoints, key=len)[turn % len(endpoints)]


def load(weights: Iterable[Tuple[str, object]], model):
    weights = [(name.lower(), weight) for name, weight in weights]
    for name, weight in weights:
        model.take(name, weight)


def lines(path):
    with open(path) as file:
        for line in file:
            print(line)


def numbered(stream):
    for number, line in enumerate(stream):
        print(number, line)


def with_a_comment(layers: dict[int, object]):
    return sorted(
        # The newest first.
        layers.keys()
    )


def is_changed(penalties):
    # Comparing numbers is as fast with the list as without.
    return any(penalty != 1.0 for penalty in penalties)


def is_ready(parts):
    return all(part.is_ready() for part in parts)
