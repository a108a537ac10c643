#@ path: python/sglang/srt/managers/schedule_batch.py
import numpy as np
import torch

from sglang.srt.utils.lengths import as_list, top_values, lens_to_cpu, read_again, width, worst


class ScheduleBatch:
    def __init__(self, device):
        self.device = device

    def prepare_for_decode(self, reqs):
        # An array, and a tensor on the host.
        rows = as_list(np.array([len(req.ids) for req in reqs]))
        lens = as_list(torch.tensor([len(req.ids) for req in reqs]))
        return rows, lens

    def update(self, wanted):
        # Left early where nobody wants it; made anew before it is read; read only when debugging.
        lens = torch.zeros(8, device=self.device)
        top = top_values(lens, wanted)
        again = read_again(lens)
        self.width = width(lens)
        return top, again

    def filter(self, reqs):
        # What the helper copies is not shown to be on the device.
        lens = lens_to_cpu(reqs)
        return lens

    def merge(self):
        # A helper whose own line is found as loud as its hottest caller.
        most = worst(self.device)
        return most

    def _sync(self):
        # Meant to wait.
        return as_list(torch.zeros(8, device=self.device))
