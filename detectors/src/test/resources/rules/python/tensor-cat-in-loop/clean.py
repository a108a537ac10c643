#@ path: python/sglang/srt/managers/schedule_batch.py
"""Concatenations that do not grow, or whose result is needed on each turn."""

import numpy as np
import torch


class Batch:
    def once(self, parts):
        out = []
        for part in parts:
            out.append(part.flatten())
        return torch.cat(out)

    def new_each_turn(self, rows):
        for row in rows:
            padded = torch.cat([row, torch.zeros(4)])
            use(padded)

    def started_in_the_loop(self, rows):
        for row in rows:
            out = row.head
            if row.tail is not None:
                out = torch.cat([out, row.tail])
            use(out)

    def decode(self, ids, steps):
        for _ in range(steps):
            token = self.model(ids)
            ids = torch.cat([ids, token])
        return ids

    def few(self, parts):
        out = parts[0]
        for i in range(1, 4):
            if i:
                break
        for i in range(3):
            out = torch.cat([out, parts[i]])
        return out

    def merge(self, other):
        self.ids = torch.cat([self.ids, other.ids])

    def lists(self, parts):
        out = []
        for part in parts:
            out = sorted([out, part])
        return np.concatenate(out)
