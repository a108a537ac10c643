#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Copies that grow, go too deep, or that nobody changes."""

import copy
import dataclasses
import hashlib
from copy import deepcopy
from typing import Dict, List

import numpy as np


@dataclasses.dataclass
class State:
    output_ids: List[int] = dataclasses.field(default_factory=list)
    finished: bool = False


class Manager:
    def __init__(self):
        self.states: Dict[str, State] = {}
        self.events: List[object] = []
        self.rows = np.zeros((8, 4096))

    def handle(self, received):
        for i, rid in enumerate(received.rids):
            state = self.states.get(rid, None)
            if state is None:
                continue
            state.output_ids.extend(received.output_ids[i])
            if received.stream:
                out = {"output_ids": state.output_ids}
            elif state.finished:
                out = {"output_ids": state.output_ids.copy()}
            else:
                out = None
            received.send(out)

    def record(self, event):
        self.events.append(event)
        self.publish(self.events)
        self.publish(self.events)

    def publish(self, events):
        print(events)

    def swap(self, i, j):
        row = self.rows[i, ...].copy()
        self.rows[i, ...] = self.rows[j, ...]
        self.rows[j, ...] = row


def split(items, sizes):
    parts = []
    for item in items:
        for size in sizes:
            part = copy.deepcopy(item)
            part.size = size
            parts.append(part)
    return parts


def once(params):
    return deepcopy(params)


def merged(updates):
    table: Dict[str, int] = {}
    names = set()
    known = set()
    for key, value in updates:
        table = {**table, key: value}
        names = names | {key}
        known = known.union(value)
    return table, names, known


def unchanged(defaults: Dict[str, int], requests):
    total = 0
    for request in requests:
        settings = defaults
        total += settings["size"] + len(settings)
    return total


def digest(data):
    return hashlib.sha256(data).digest()[:8]


def hash_feature(feature):
    array = np.ascontiguousarray(feature)
    raw = array
    return digest(raw)


def hash_tensor(tensor):
    view = memoryview(tensor.numpy())
    return digest(view), hashlib.md5(memoryview(tensor)).hexdigest()


def hash_all(arrays):
    hasher = hashlib.sha256()
    for array in arrays:
        hasher.update(memoryview(array))
    return hasher.digest()


class Ports:
    def of_request(self, engine_id):
        ports = deepcopy(self.ports[engine_id])
        ports[0].append(engine_id)
        return ports
