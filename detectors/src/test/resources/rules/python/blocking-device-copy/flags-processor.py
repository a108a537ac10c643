#@ path: python/sglang/srt/multimodal/processors/speech.py
"""What prepares input mostly stays on the host, and copies to wherever that is told to live."""

import torch


class SpeechProcessor:
    async def process_mm_data_async(self, samples, padded: torch.Tensor):
        lengths = torch.tensor([len(sample) for sample in samples])
        mask = torch.ones((len(samples), 80)).to(padded.device)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        return lengths.to(self.device), mask
        #~     ^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor


def padded_to(rows, device=None):
    # Where nobody gives a device, nothing is copied.
    return torch.tensor([len(row) for row in rows]).to(device)
    #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
