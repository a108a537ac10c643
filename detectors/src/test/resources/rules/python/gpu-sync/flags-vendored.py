#@ path: server/thirdparty/codec/model.py
"""A copy of another project."""

import torch


class Model:
    def forward(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        return kept.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync negligible
