#@ path: python/sglang/srt/managers/schedule_batch.py
"""Tensors and arrays that grow turn by turn."""

import numpy as np
import torch


class Batch:
    def __init__(self):
        self.value = torch.empty(0)

    def gather(self, parts):
        out = torch.empty(0)
        for part in parts:
            out = torch.cat([out, part.flatten()])
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tensor-cat-in-loop significant
        return out

    def lazily(self, parts):
        out = None
        for part in parts:
            if out is None:
                out = part
            else:
                out = torch.cat((out, part), dim=0)
#~              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tensor-cat-in-loop significant
        return out

    def into_attribute(self, nodes):
        for node in nodes:
            self.value = torch.concat([self.value, node.value])
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tensor-cat-in-loop significant

    def arrays(self, parts):
        out = np.zeros(0)
        ids = np.zeros(0)
        while parts:
            out = np.concatenate([out, parts.pop()])
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tensor-cat-in-loop significant
            ids = np.append(ids, 1)
#~          ^^^^^^^^^^^^^^^^^^^^^^^ tensor-cat-in-loop minor
        return out, ids
