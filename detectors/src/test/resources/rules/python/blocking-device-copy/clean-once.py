#@ path: vllm/v1/attention/backends/tree_backend.py
"""Copies to the device that are made once, or ever more rarely, though the names of their functions are hot."""

import numpy as np
import torch


class TreeMetadataBuilder:
    def __init__(self, choices, device):
        self.device = device
        self.max_rows = 0
        self.bias = _prepare_bias(choices, device)
        self.starts = self._build_starts(choices)

    def _build_starts(self, choices):
        return torch.tensor([len(choice) for choice in choices], device=self.device)

    def build(self, rows: int):
        if rows > self.max_rows:
            self.max_rows = max(rows, 64)
            self.table = torch.from_numpy(np.arange(self.max_rows)).to(self.device)
            self._build_table(rows)
        return self.table[:rows]

    def build_lens(self, lens: torch.Tensor):
        return lens.max() if len(lens) > 0 else torch.tensor(0, device=self.device)

    def build_table(self, rows: int, device="cpu"):
        # Whoever gives no device means the host.
        return torch.from_numpy(np.arange(rows)).to(device)


def _prepare_bias(choices, device):
    return torch.tensor([float(len(choice)) for choice in choices], device=device)


class Positions(nn.Module):
    def forward(self, rows, sizes):
        if not isinstance(sizes, torch.Tensor):
            sizes = torch.tensor(sizes, device=self.weight.device)
        return rows + sizes


class Encoder(nn.Module):
    def __init__(self):
        self.positions = Positions()

    def forward(self, rows: torch.Tensor, sizes: torch.Tensor):
        # A tensor as it is: nothing is converted.
        return self.positions(rows, sizes)
