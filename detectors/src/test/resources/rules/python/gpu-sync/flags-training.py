#@ path: server/codec/model.py
"""A model that serves, and how it is trained."""

import torch


class Model:
    def _train_step(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        return kept.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync negligible
