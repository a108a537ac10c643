#@ path: python/sglang/srt/managers/schedule_batch.py
"""With a stand-in for the library: what is copied stays the same."""

import sys
import types


class Tensor(list):
    def to(self, device, dtype=None, non_blocking=False):
        return Tensor(self)


library = types.ModuleType("torch")
library.tensor = lambda data, dtype=None, device=None, pin_memory=False: Tensor(data)
sys.modules["torch"] = library

import torch  # noqa: E402


class Batch:
    def __init__(self, device):
        self.device = device

    def prepare(self, lens):
        return torch.tensor(lens, pin_memory=True).to(self.device)


print(Batch("cuda").prepare([1, 2, 3]))
