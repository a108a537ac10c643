#@ path: python/sglang/srt/utils/lengths.py
import torch


def as_list(values):
    return values.tolist()


def longest(scale=1, values=None):
    return values.cpu()


def optional_value(value):
    if isinstance(value, torch.Tensor):
        return value.item()
    return value


def lens_to_cpu():
    return copy_to_host()


def copy_to_host():
    lens = torch.zeros(4, device="cuda")
    return lens.cpu()
