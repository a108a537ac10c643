#@ path: python/sglang/srt/mem_cache/hiradix_cache.py
"""Searches that are fast, rare, or in what is short."""

from typing import Dict, List, Set

SUPPORTED = []


def register(name):
    SUPPORTED.append(name)


class Cache:
    def __init__(self, config):
        self.layers: List[str] = list(config.layers)
        self.ranks: List[int] = []
        self.nodes: Dict[int, object] = {}
        self.ids: Set[int] = set()
        self.pending: List[object] = []
        for rank in range(config.ranks):
            self.ranks.append(rank)

    def use(self, names, node):
        # A list of the configuration, filled at start.
        picked = [name for name in names if name in self.layers]
        chosen = [rank for rank in names if rank in self.ranks]
        found = [name for name in names if name in self.nodes or name in self.ids]
        return picked, chosen, found

    def add(self, item):
        self.pending.append(item)

    def finish(self, item):
        # One search for each request in flight.
        self.pending.remove(item)
        return item in SUPPORTED


def few(rows, text: str, options: List[str]):
    letters = ["a", "b", "c"]
    picked = []
    for name in ("x", "y"):
        picked.append(name)
    total = 0
    for row in rows:
        if row in letters or row in ("a", "b") or row in picked or row in text:
            total += 1
        # As long as the caller wants it, mostly a few options.
        if row in options:
            total += 1
        assert row in rows
    return total


def fresh(groups, name):
    for group in groups:
        parts = [part.strip() for part in group]
        if name in parts:
            return group
    return None


def once(batch, rid):
    ids = [request.rid for request in batch]
    return rid in ids, ids.index(rid)


def for_constant(batch):
    names = [request.name for request in batch]
    for request in batch:
        if "default" in names:
            return request
    return None


def kinds(batch):
    # A few kinds, however many requests; their order counts.
    found = []
    names = []
    for request in batch:
        if request.kind not in found:
            found.append(request.kind)
        if request.name in names:
            continue
        names.append(request.name)
    return found[0], ",".join(names)


def asked_for_a_kind(parameters):
    types = []
    for parameter in parameters:
        if parameter.type not in types:
            types.append(parameter.type)
    return "null" in types


def preempt(batch, limit):
    running = [request for request in batch]
    for request in batch:
        if request.priority > limit:
            running.remove(request)
    return running


def in_ranges(rows, table: Dict[str, int]):
    span = range(100)
    keys = table.keys()
    lookup = {row for row in rows}
    return [row for row in rows if row in span and row in keys and row in lookup]


def few_turns(batch):
    ids = [request.rid for request in batch]
    for rid in ("a", "b"):
        if rid in ids:
            return rid
    return None


def by_priority(schemas):
    # The loop goes over what is written here, whatever comes in.
    allowed = [schema.lower() for schema in schemas]
    priority = ["integer", "int", "number", "float", "boolean", "bool", "object", "array", "string", "text"]
    for kind in priority:
        if kind not in allowed:
            continue
        return kind


class Rows:
    def index(self, row):
        return 0

    def count(self, row):
        return 0


def other_class(rows: Rows, batch, text: str):
    return [(rows.index(row), rows.count(row), text.index(row)) for row in batch]
