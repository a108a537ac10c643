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
                out = {"output_ids": state.output_ids.copy()}
                #~                   ^^^^^^^^^^^^^^^^^^^^^^^ copy-in-loop moderate
            elif state.finished:
                out = {"output_ids": state.output_ids.copy()}
            else:
                out = None
            received.send(out)

    def record(self, event):
        self.events.append(event)
        self.publish(list(self.events))
        #~           ^^^^^^^^^^^^^^^^^ copy-in-loop moderate
        self.publish(self.events[:])
        #~           ^^^^^^^^^^^^^^ copy-in-loop moderate

    def publish(self, events):
        print(events)

    def swap(self, i, j):
        row = self.rows[i, ...].copy()
        #~    ^^^^^^^^^^^^^^^^^^^^^^^^ copy-in-loop minor
        self.rows[i, ...] = self.rows[j, ...]
        self.rows[j, ...] = row


def split(items, sizes):
    parts = []
    for item in items:
        for size in sizes:
            part = copy.deepcopy(item)
            #~     ^^^^^^^^^^^^^^^^^^^ copy-in-loop moderate
            part.size = size
            parts.append(part)
    return parts


def once(params):
    return deepcopy(params)
    #~     ^^^^^^^^^^^^^^^^ copy-in-loop minor


def merged(updates):
    table: Dict[str, int] = {}
    names = set()
    known = set()
    for key, value in updates:
        table = {**table, key: value}
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy-in-loop moderate
        names = names | {key}
#~      ^^^^^^^^^^^^^^^^^^^^^ copy-in-loop moderate
        known = known.union(value)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^ copy-in-loop moderate
    return table, names, known


def unchanged(defaults: Dict[str, int], requests):
    total = 0
    for request in requests:
        settings = defaults.copy()
        #~         ^^^^^^^^^^^^^^^ copy-in-loop moderate
        total += settings["size"] + len(settings)
    return total


def digest(data):
    return hashlib.sha256(data).digest()[:8]


def hash_feature(feature):
    array = np.ascontiguousarray(feature)
    raw = array.tobytes()
    #~    ^^^^^^^^^^^^^^^ copy-in-loop minor
    return digest(raw)


def hash_tensor(tensor):
    view = memoryview(tensor.numpy())
    return digest(view.tobytes()), hashlib.md5(tensor.tobytes()).hexdigest()
    #~            ^^^^^^^^^^^^^^ copy-in-loop minor
    #~                                         ^^^^^^^^^^^^^^^^ copy-in-loop minor


def hash_all(arrays):
    hasher = hashlib.sha256()
    for array in arrays:
        hasher.update(array.tobytes())
        #~            ^^^^^^^^^^^^^^^ copy-in-loop moderate
    return hasher.digest()


class Ports:
    def of_request(self, engine_id):
        ports = deepcopy(self.ports[engine_id])
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy-in-loop minor
        ports[0].append(engine_id)
        return ports
