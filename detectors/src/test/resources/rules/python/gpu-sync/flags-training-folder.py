#@ path: codec_train/model.py
"""The part of a project that trains."""

import torch


class Model:
    def forward(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        return kept.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync negligible
