#@ path: python/sglang/srt/managers/schedule_batch.py
"""Copies that do not block, are none, or whose direction nobody knows."""

import functools

import numpy as np
import torch


class Batch:
    def __init__(self, device):
        self.device = device
        self.table_gpu = torch.zeros(64, 8, device=device)
        self.start = torch.tensor([0, 1], device=device)

    def prepare(self, lens):
        self.lens = torch.tensor(lens, pin_memory=True).to(self.device, non_blocking=True)
        self.zeros = torch.zeros(len(lens), device=self.device)
        self.empty = torch.tensor([], device=self.device)
        self.on_host = torch.tensor(lens, device="cpu")
        self.host_too = torch.tensor(lens).to("cpu")

    def send(self, rows: np.ndarray):
        return torch.from_numpy(rows).to(self.device, non_blocking=True)

    def convert(self, ids: torch.Tensor, batch):
        moved = ids.to(self.device)
        return moved, batch.ids.to(torch.int32), batch.seq_lens_cpu.to(torch.int64)

    def of_tensor(self, ids: torch.Tensor):
        return torch.as_tensor(ids, device=self.device)

    def commit(self, source: torch.Tensor, count, pages_cpu):
        self.table_gpu[:count].copy_(source[:count])
        self.table_gpu[:count].copy_(pages_cpu[:count], non_blocking=True)

    def index(self, hidden_states: torch.Tensor, lens, rows: torch.Tensor):
        ends = torch.from_numpy(np.cumsum(lens)).to(self.device, non_blocking=True)
        host = np.zeros((4, 4))
        return hidden_states[ends], hidden_states[rows], host[np.arange(4)], hidden_states[:, 3]

    def by_number(self, hidden_states: torch.Tensor, lens):
        for end in np.cumsum(lens):
            use(hidden_states[end])

    def cached(self, batch, lens):
        if self.lens is None:
            self.lens = torch.tensor(lens, device=self.device)
        if all(image is None for image in batch.images):
            return None
        else:
            return torch.tensor(lens).to(self.device)


class HostPool:
    device = "cpu"

    def put(self, rows):
        return torch.tensor(rows, device=self.device)


class Modulation(torch.nn.Module):
    def __init__(self, width):
        # Moves to the device with the module.
        self.shift = torch.nn.Parameter(torch.randn(1, 2, width))

    def forward(self, x: torch.Tensor):
        return self.shift.to(dtype=x.dtype, device=x.device) + x

    @functools.lru_cache(maxsize=16)
    def positions(self, counts: tuple, device: str):
        # Copied for the first of many calls.
        return torch.as_tensor(counts, device=torch.device(device))


class Encoder:
    def forward(self, features, device):
        states = self.encoder(features)
        if device.type == "cpu":
            states = np.array(states)
        # On the device it is there already.
        return torch.as_tensor(states, device=self.device)
