#@ path: server/engine/model.py
"""In a program that no hot path lists one copy is mostly of little and once a request; a loop makes many."""
import torch


class Model:
    def forward(self, lengths, hidden: torch.Tensor):
        ends = torch.tensor([length + 1 for length in lengths], pin_memory=True).to("cuda", non_blocking=True)
        for length in lengths:
            hidden = self.layer(hidden, torch.tensor([length], pin_memory=True).to("cuda", non_blocking=True))
        return hidden, ends


class AudioVAE:
    def decode(self, latents):
        return [latents * torch.tensor([scale], pin_memory=True).to("cuda", non_blocking=True) for scale in self.scales]
