#@ path: python/sglang/srt/layers/attention/paged_backend.py
"""The ways around a wait in what is prepared before a forward pass, and the one way that is meant."""

import os

import torch


class PagedBackend:
    def init_forward_metadata(self, forward_batch, seq_lens: torch.Tensor, seq_lens_cpu=None):
        # The copy on the host is there; only where nobody handed it over is it made.
        if seq_lens_cpu is None:
            seq_lens_cpu = seq_lens.cpu()
        self.max_len = seq_lens_cpu.max().item()
        self.total = forward_batch.seq_lens_cpu.sum().item() if forward_batch.seq_lens_cpu is not None else seq_lens.sum().item()
        if forward_batch.extend_seq_lens_cpu is not None:
            self.extend_len = max(forward_batch.extend_seq_lens_cpu)
        else:
            self.extend_len = int(seq_lens.max())
        if not forward_batch.has_cpu_mirror:
            self.lens = seq_lens.tolist()
        if os.environ.get("CHECK_METADATA"):
            self.check_lens(seq_lens.tolist())
        assert seq_lens.min().item() > 0
        if seq_lens.shape[0] > self.max_bs:
            raise ValueError(f"lengths {seq_lens.tolist()}")

    def init_forward_metadata_capture_cuda_graph(self, bs: int, seq_lens: torch.Tensor):
        # Once a graph.
        self.max_len = seq_lens.max().item()

    def init_forward_metadata_replay_cuda_graph(self, bs: int, seq_lens: torch.Tensor, seq_lens_cpu: torch.Tensor):
        self.lens = seq_lens_cpu[:bs].tolist()
        self.cu_lens[1 : bs + 1].copy_(torch.cumsum(seq_lens[:bs], dim=0))
        self.page_table[:bs, : seq_lens_cpu.max().item()].fill_(0)

    def init_dummy_metadata(self, seq_lens: torch.Tensor):
        self.max_len = seq_lens.max().item()
