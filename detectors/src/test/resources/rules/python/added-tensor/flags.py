#@ path: python/sglang/srt/layers/sampler.py
import torch


class Sampler:
    def forward(self, logits, bs, max_seq_len):
        mask = torch.zeros((bs, self.vocab_size), device="cuda")
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-tensor minor
        pages = torch.empty(bs, max_seq_len, dtype=torch.int32, device=logits.device)
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-tensor minor
        bias = logits.new_full((len(self.rows), self.context_len), 0.0)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-tensor minor
        return mask, pages, bias
