"""Runs each shape that the safe fix changes and prints what comes out."""

import os
import tempfile
from collections import deque
from typing import Dict, List


class Table:
    def __init__(self):
        self.rows: Dict[str, int] = {"a": 1, "b": 2, "c": 3}
        self.order: List[int] = [3, 1, 2]

    def total(self):
        total = 0
        for value in list(self.rows.values()):
            total += value
        return total

    def asked(self, key):
        return key in list(self.rows.keys()), key not in list(self.rows), len(list(self.rows.items()))

    def taken(self):
        out = set()
        out.update(list(self.rows))
        pairs = dict(list(self.rows.items()))
        return sorted(list(out)), pairs, sum(list(self.rows.values())), max(list(self.order)), tuple(list(self.order))

    def first(self):
        return list(self.order)[0], list("xyz")[0], list(range(4, 9))[0]

    def empty(self):
        return "full" if not list(self.rows) == [] else "empty"


def loops(table: Dict[str, int], ring: deque):
    seen = []
    for i, (name, value) in enumerate(list(table.items())):
        seen.append((i, name, value))
    for turn in list(range(3)):
        seen.append(turn)
    for a, b in zip(list(ring), list(table)):
        seen.append((a, b))
    seen.extend(list(table.values()))
    if not list(table):
        seen.append("none")
    return seen, [value + 1 for value in list(table.values())], print(*list(ring))


def decided(rows):
    return any([row > 2 for row in rows]), all([row for row in rows]), any([]), all([row for row in []])


def displays(rows):
    return sorted(set([row % 2 for row in rows])), list([row + 1 for row in rows])


def in_place(rows):
    picked = [row for row in rows if row]
    picked = sorted(picked, key=lambda row: -row)
    order: List[int] = []
    order.append(2)
    order.append(1)
    order = sorted(order)
    return picked, order, picked.pop()


def lines():
    handle, path = tempfile.mkstemp(text=True)
    os.write(handle, b"one\ntwo\n\nfour")
    os.close(handle)
    lengths = []
    with open(path) as file:
        for line in file.readlines():
            lengths.append(len(line))
    os.remove(path)
    return lengths


table = Table()
print(table.total(), table.asked("a"), table.asked("z"), table.taken(), table.first(), table.empty())
print(loops({"a": 1, "b": 2}, deque([7, 8])))
print(loops({}, deque()))
print(decided([1, 2, 3]), decided([0, 1]))
print(displays([3, 1, 2, 3]))
print(in_place([3, 0, 5, 4]))
print(lines())
