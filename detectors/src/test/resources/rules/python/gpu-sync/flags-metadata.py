#@ path: python/sglang/srt/layers/attention/paged_backend.py
"""What is called `init…` here runs before every forward pass, not once."""

import torch


class PagedBackend:
    def init_forward_metadata(self, forward_batch, seq_lens: torch.Tensor):
        self.max_len = seq_lens.max().item()
        #~             ^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        self._init_pages_metadata(forward_batch.req_pool_indices, seq_lens)

    def init_forward_metadata_replay_cuda_graph(self, bs: int, seq_lens: torch.Tensor, seq_lens_cpu):
        if seq_lens_cpu is not None:
            self.max_len = int(seq_lens.max())
            #~             ^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        if not self.uses_mirror:
            lens = seq_lens.tolist()
            #~     ^^^^^^^^^^^^^^^^^ gpu-sync minor
            self.lens = lens

    def _init_pages_metadata(self, rows: torch.Tensor, seq_lens: torch.Tensor):
        pages = (seq_lens + 63) // 64
        self.pages = pages.cpu()
        #~           ^^^^^^^^^^^ gpu-sync minor
        if (pages > 8).any():
            self.split = True
        self.flat = rows[pages > 1]
        #~          ^^^^^^^^^^^^^^^ gpu-sync minor


class PagedIndicesUpdater:
    def update(self, seq_lens: torch.Tensor, out: torch.Tensor):
        total = seq_lens.sum().item()
        #~      ^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        self.indices = torch.empty(total, dtype=torch.int32, device="cuda")
        return out[: seq_lens[0]]
        #~     ^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def update_split(self, seq_lens: torch.Tensor):
        long = seq_lens > 8192
        if torch.any(long):
        #~ ^^^^^^^^^^^^^^^ gpu-sync minor
            rows = torch.where(long)[0]  # has been waited for
            return rows
        return None
