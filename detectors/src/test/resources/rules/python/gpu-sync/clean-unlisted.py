#@ path: server/tools/convert.py
"""Code of which nobody knows that it runs often."""

import torch


def convert(weights: torch.Tensor):
    scale = weights.abs().max().item()
    on_device = torch.ones(4, device="cuda")
    return scale, on_device.sum().item()
