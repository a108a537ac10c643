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


class Scores:
    def verify(self, model, rows, tokens):
        on_device = torch.tensor(tokens).cuda()
        scores = model.head(rows)
        # Waits, if anything does; what follows finds the device done.
        scores = torch.log_softmax(scores, dim=-1).tolist()
        for token, score in zip(on_device.tolist(), scores):
            print(token, score)
