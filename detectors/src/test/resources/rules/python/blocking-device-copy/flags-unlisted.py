#@ path: server/engine/model.py
"""In a program that no hot path lists one copy is mostly of little and once a request; a loop makes many."""
import torch


class Model:
    def forward(self, lengths, hidden: torch.Tensor):
        ends = torch.tensor([length + 1 for length in lengths], device="cuda")
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
        for length in lengths:
            hidden = self.layer(hidden, torch.tensor([length], device="cuda"))
            #~                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy moderate
        return hidden, ends


class AudioVAE:
    def decode(self, latents):
        return [latents * torch.tensor([scale], device="cuda") for scale in self.scales]
        #~                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-device-copy minor
