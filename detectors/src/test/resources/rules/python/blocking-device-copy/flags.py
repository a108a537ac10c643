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
        self.lens = torch.tensor(lens, dtype=torch.int64, device=self.device)
        #~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant
        self.positions = torch.tensor([p + 1 for p in positions], device=self.device)
        #~               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        self.one = torch.tensor([0], device=self.lens.device)
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor

    def send(self, rows: np.ndarray):
        indexes = torch.from_numpy(rows).to(self.device)
        #~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant
        counts = torch.tensor(rows.sum(0)).cuda()
        #~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        return indexes, counts

    def send_named(self, batch):
        return batch.seq_lens_cpu.to(self.device)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant

    def send_pinned(self, lens):
        return torch.tensor(lens, pin_memory=True).to(self.device)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant

    def send_stacked(self, deltas):
        parts = [torch.zeros(1) if delta is None else delta.view(-1) for delta in deltas]
        return torch.stack(parts).to(device=self.device)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant

    def commit(self, count):
        self.table_gpu[:count].copy_(self.table_cpu[:count])
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant

    def index(self, hidden_states: torch.Tensor, lens):
        ends = np.cumsum(lens) - 1
        return hidden_states[ends]
        #~     ^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor

    def keep(self, hidden_states: torch.Tensor):
        kept = [row for row in range(8)]
        return hidden_states[kept], hidden_states[kept, 0]
        #~     ^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor

    def beside(self, seq_lens: torch.Tensor, counts: list[int]):
        return seq_lens.new_tensor(counts)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor

    def only_lists(self, input_ids: torch.Tensor, token_id):
        if isinstance(token_id, list):
            token_id = torch.tensor(token_id, device=input_ids.device)
            #~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        return token_id


class Widths(nn.Module):
    def forward(self, rows, sizes, offsets):
        if not isinstance(sizes, torch.Tensor):
            sizes = torch.tensor(sizes, device=self.weight.device)
            #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy significant
        if not isinstance(offsets, torch.Tensor):
            offsets = torch.tensor(offsets, device=self.weight.device)
            #~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        return rows + sizes + offsets


class Layers(nn.Module):
    def __init__(self):
        self.widths = Widths()

    def forward(self, rows: torch.Tensor, sizes: list[int], offsets):
        return self.widths(rows, sizes, offsets)
