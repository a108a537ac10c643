#@ path: python/sglang/srt/managers/schedule_batch.py
"""Copies to the device that the host waits for."""

import numpy as np
import torch


class Batch:
    def __init__(self, device):
        self.device = device
        self.table_gpu = torch.zeros(64, 8, device=device)
        self.table_cpu = torch.zeros(64, 8, pin_memory=True)

    def prepare(self, lens, positions):
        self.lens = torch.tensor(lens, dtype=torch.int64, pin_memory=True).to(self.device, non_blocking=True)
        self.positions = torch.tensor([p + 1 for p in positions], pin_memory=True).to(self.device, non_blocking=True)
        self.one = torch.tensor([0], device=self.lens.device)

    def send(self, rows: np.ndarray):
        indexes = torch.from_numpy(rows).to(self.device, non_blocking=True)
        counts = torch.tensor(rows.sum(0)).cuda(non_blocking=True)
        return indexes, counts

    def send_named(self, batch):
        return batch.seq_lens_cpu.to(self.device, non_blocking=True)

    def send_pinned(self, lens):
        return torch.tensor(lens, pin_memory=True).to(self.device, non_blocking=True)

    def send_stacked(self, deltas):
        parts = [torch.zeros(1) if delta is None else delta.view(-1) for delta in deltas]
        return torch.stack(parts).to(device=self.device, non_blocking=True)

    def commit(self, count):
        self.table_gpu[:count].copy_(self.table_cpu[:count], non_blocking=True)

    def index(self, hidden_states: torch.Tensor, lens):
        ends = np.cumsum(lens) - 1
        return hidden_states[ends]

    def keep(self, hidden_states: torch.Tensor):
        kept = [row for row in range(8)]
        return hidden_states[kept], hidden_states[kept, 0]

    def beside(self, seq_lens: torch.Tensor, counts: list[int]):
        return seq_lens.new_tensor(counts)

    def only_lists(self, input_ids: torch.Tensor, token_id):
        if isinstance(token_id, list):
            token_id = torch.tensor(token_id, pin_memory=True).to(input_ids.device, non_blocking=True)
        return token_id


class Widths(nn.Module):
    def forward(self, rows, sizes, offsets):
        if not isinstance(sizes, torch.Tensor):
            sizes = torch.tensor(sizes, pin_memory=True).to(self.weight.device, non_blocking=True)
        if not isinstance(offsets, torch.Tensor):
            offsets = torch.tensor(offsets, pin_memory=True).to(self.weight.device, non_blocking=True)
        return rows + sizes + offsets


class Layers(nn.Module):
    def __init__(self):
        self.widths = Widths()

    def forward(self, rows: torch.Tensor, sizes: list[int], offsets):
        return self.widths(rows, sizes, offsets)
