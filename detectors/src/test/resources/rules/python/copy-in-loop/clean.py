#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Copies that are needed or made once."""

import copy
import hashlib
from copy import deepcopy
from typing import Dict, List

DEFAULTS = copy.deepcopy({"size": 1})


class Request:
    def __init__(self, ids: List[int]):
        self.ids: List[int] = list(ids)
        self.window: List[int] = []
        self.batch: List[int] = []
        self.done = False

    def add(self, item):
        # What is taken out again does not get long.
        self.window.append(item)
        if len(self.window) > 8:
            self.window.pop()
        return self.window.copy()

    def flush(self, item):
        self.batch.append(item)
        taken = list(self.batch)
        self.batch.clear()
        return taken

    def finish(self, item):
        # Once in the life of a request.
        self.ids.append(item)
        return self.ids.copy()

    def step(self, item):
        self.ids.append(item)
        if self.done:
            return {"ids": self.ids.copy()}
        return {"ids": self.ids}

    def other(self, item):
        if item:
            self.ids.append(item)
        else:
            return self.ids.copy()
        return None


def each_its_own(defaults: Dict[str, int], requests):
    for request in requests:
        settings = defaults.copy()
        settings["name"] = request.name
        request.settings = settings
        request.other = dict(defaults)


def prefixes(tokens: List[int]):
    # Each prefix is kept, while the list goes on.
    current: List[int] = []
    out = []
    for token in tokens:
        current.append(token)
        out.append(current[:])
    return out


def source_changes(table: Dict[str, int]):
    before = table.copy()
    table["a"] = 1
    return before["a"]


def handed_on(table: Dict[str, int], use):
    kept = dict(table)
    use(table)
    return kept["a"]


def in_place(updates):
    table: Dict[str, int] = {}
    for key, value in updates:
        table[key] = value
        table |= {key: value}
    one = {**table, "a": 1}
    for key in updates:
        fresh = {"a": key}
        fresh = {**fresh, "b": key}
        print(fresh)
    return one


def bits(flags: List[int]):
    mask = 0
    for flag in flags:
        mask = mask | flag
    return mask


def set_up(server_args, runner):
    runner.args = deepcopy(server_args)
    return deepcopy(runner.config)


def literals():
    return deepcopy({"a": []}), deepcopy([])


def bytes_are_used(array, path):
    raw = array.tobytes()
    path.write_bytes(raw)
    return hashlib.sha256(raw).hexdigest()


def row_parts(rows, i, j, n):
    row = rows[i, :n].copy()
    rows[i, :n] = rows[j, :n]
    rows[j, :n] = row
    kept = rows[i, ...].copy()
    rows[i, ...] = 0
    return kept
