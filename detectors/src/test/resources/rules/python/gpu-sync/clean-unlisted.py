#@ path: server/tools/convert.py
"""Code of which nobody knows that it runs often."""

import torch


def convert(weights: torch.Tensor):
    scale = weights.abs().max().item()
    on_device = torch.ones(4, device="cuda")
    return scale, on_device.sum().item()


def generate_scaled_inputs():
    # Nothing comes in that could be inferred from: data for tuning.
    scale = torch.tensor([1.0], device="cuda")
    return scale.item()
