#@ path: python/sglang/srt/layers/sampler.py
import torch


class Sampler:
    def __init__(self, vocab_size):
        # Once, with the sampler.
        self.mask = torch.zeros((256, vocab_size), device="cuda")

    def forward(self, logits, bs, max_seq_len, hidden_size):
        # One row of the batch is small.
        lengths = torch.empty((bs,), device="cuda")
        # The result of a layer.
        output = torch.empty((bs, hidden_size), device="cuda")
        # On the host.
        table = torch.zeros((bs, max_seq_len))
        # Of one dimension.
        positions = torch.zeros(max_seq_len, device="cuda")
        row = torch.zeros((1, max_seq_len), device="cuda")
        return lengths, output, table, positions, row
