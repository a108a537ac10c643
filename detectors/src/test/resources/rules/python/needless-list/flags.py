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
        for node in list(self.nodes.values()):
        #~          ^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate
            total += node.length
        return total

    def oldest(self):
        return list(self.nodes.keys())[0]
        #~     ^^^^^^^^^^^^^^^^^^^^^^^ needless-list minor

    def holds(self, key):
        return key in list(self.nodes.keys())
        #~            ^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def count(self):
        return len(list(self.nodes.values()))
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def collect(self, out: set):
        out.update(list(self.pending))
        #~         ^^^^^^^^^^^^^^^^^^ needless-list minor
        return sorted(list(self.nodes), reverse=True)
        #~            ^^^^^^^^^^^^^^^^ needless-list minor

    def any_locked(self):
        return any([node.locked for node in self.nodes.values()])
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def all_ready(self):
        return all([node.is_ready() for node in self.nodes.values()])
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def keys(self):
        return set([node.key for node in self.nodes.values()])
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list minor

    def copy_keys(self):
        return list([key for key in self.nodes])
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list minor

    def first_free(self):
        return [node for node in self.nodes.values() if not node.locked][0]
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def has_free(self):
        return len([node for node in self.nodes.values() if not node.locked]) > 0
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    def warn(self):
        if [node for node in self.nodes.values() if node.locked]:
        #~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate
            return "locked"
        return ""

    def many(self):
        return len([node.key for node in self.nodes.values()])
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

    @property
    def output(self):
        return self.tokens if not self.prompt_length else self.tokens[self.prompt_length :]

    def has_output(self, minimum):
        return len(self.output) > minimum
        #~         ^^^^^^^^^^^ needless-list moderate

    def last_output(self):
        return self.output[-1]
        #~     ^^^^^^^^^^^ needless-list moderate

    def all_nodes(self):
        return list(self.nodes.values())
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate

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
    for i, (name, value) in enumerate(list(table.items())):
    #~                                ^^^^^^^^^^^^^^^^^^^ needless-list moderate
        print(i, name, value)
    return [value + 1 for value in list(table.values())]
    #~                             ^^^^^^^^^^^^^^^^^^^^ needless-list moderate


def any_mapping(table):
    return max(list(table.values()))
    #~         ^^^^^^^^^^^^^^^^^^^^ needless-list minor


def spread(items: List[int]):
    return print(*list(items))
    #~            ^^^^^^^^^^^ needless-list minor


def counted(turns):
    for turn in list(range(turns)):
    #~          ^^^^^^^^^^^^^^^^^^ needless-list moderate
        print(turn)


def free_slots(batch):
    slots: List[int] = []
    for slot, request in enumerate(batch):
        if request is None:
            slots.append(slot)
    slots = sorted(slots, reverse=True)
    #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list minor
    return slots.pop()


def hand_on(batch, cache):
    free = [request.slot for request in batch]
    free = sorted(free)
    #~     ^^^^^^^^^^^^ needless-list minor
    cache.condense(free)


def in_order(batch):
    names = [request.name for request in batch]
    names = sorted(names)
    #~      ^^^^^^^^^^^^^ needless-list minor
    return names


def route(endpoints: List[str], turn: int):
    return sorted(endpoints, key=len)[turn % len(endpoints)]
    #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list significant


def load(weights: Iterable[Tuple[str, object]], model):
    weights = [(name.lower(), weight) for name, weight in weights]
    #~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate
    for name, weight in weights:
        model.take(name, weight)


def lines(path):
    with open(path) as file:
        for line in file.readlines():
        #~          ^^^^^^^^^^^^^^^^ needless-list moderate
            print(line)


def numbered(stream):
    for number, line in enumerate(stream.readlines()):
    #~                            ^^^^^^^^^^^^^^^^^^ needless-list moderate
        print(number, line)


def with_a_comment(layers: dict[int, object]):
    return sorted(
        # The newest first.
        list(layers.keys())
#~      ^^^^^^^^^^^^^^^^^^^ needless-list minor
    )


def is_changed(penalties):
    # Comparing numbers is as fast with the list as without.
    return any([penalty != 1.0 for penalty in penalties])
    #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list minor


def is_ready(parts):
    return all([part.is_ready() for part in parts])
    #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-list moderate
