#@ path: server/engine/model.py
"""Known to be on the device, in a step of inference of a program that no hot path lists."""

import torch


class Model:
    def forward(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        return kept.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync moderate
