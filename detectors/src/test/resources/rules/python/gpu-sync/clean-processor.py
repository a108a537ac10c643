#@ path: python/sglang/srt/multimodal/processors/qwen_vl.py
"""A processor of images works on the host."""

import torch


def offsets(input_ids: torch.Tensor, token_id: int):
    found = (input_ids == token_id).nonzero()
    return found.tolist()
