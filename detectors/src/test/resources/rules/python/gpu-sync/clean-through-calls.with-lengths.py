#@ path: python/sglang/srt/utils/lengths.py
import os

import torch


def as_list(values):
    return values.tolist()


def top_values(values, wanted):
    if not wanted:
        return []
    return values.tolist()


def read_again(values):
    values = [len(values)]
    return values.item()


def width(values):
    if os.environ.get("DEBUG_WIDTH"):
        return values.item()
    return len(values)


def lens_to_cpu(reqs):
    return [req.lens.cpu() for req in reqs]


def worst(device):
    return torch.zeros(4, device=device).max().item()
