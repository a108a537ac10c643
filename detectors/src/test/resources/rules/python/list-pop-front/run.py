"""Runs each shape that the safe fix changes and prints what comes out."""

from typing import List


class Node:
    def __init__(self, key, children=()):
        self.key = key
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self


def breadth_first(root):
    queue: List[Node] = [root]
    order = []
    while queue:
        node = queue.pop(0)
        order.append(node.key)
        queue.extend(node.children)
    return order


def path_to_root(node):
    path = []
    while node is not None:
        path.insert(0, node.key)
        node = node.parent
    return ">".join(path)


def rotate(items, turns):
    ring = list(items)
    last = None
    for _ in range(turns):
        last = ring[0]
        del ring[0]
        ring.append(last)
    return last, len(ring), last in ring, sorted(ring), [item for item in ring], max(ring)


def underflow():
    empty = []
    try:
        while True:
            empty.pop(0)
    except IndexError:
        return "IndexError"


def front_and_back(items):
    ends = [item for item in items]
    taken = []
    while ends:
        taken.append(ends.pop(0))
        if ends:
            taken.append(ends.pop())
        if len(taken) == 4:
            ends.insert(0, "again")
            ends += ["more"]
    return taken


leaf = Node("leaf")
tree = Node("root", [Node("a", [leaf]), Node("b")])
print(breadth_first(tree))
print(path_to_root(leaf))
print(rotate([3, 1, 2], 7))
print(underflow())
print(front_and_back("abcdefg"))
