#@ path: python/sglang/srt/multimodal/processors/speech.py
"""What prepares input mostly stays on the host, and copies to wherever that is told to live."""

import torch


class SpeechProcessor:
    async def process_mm_data_async(self, samples, padded: torch.Tensor):
        lengths = torch.tensor([len(sample) for sample in samples])
        mask = torch.ones((len(samples), 80)).to(padded.device, non_blocking=True)
        return lengths.to(self.device, non_blocking=True), mask


def padded_to(rows, device=None):
    # Where nobody gives a device, nothing is copied.
    return torch.tensor([len(row) for row in rows]).to(device, non_blocking=True)
