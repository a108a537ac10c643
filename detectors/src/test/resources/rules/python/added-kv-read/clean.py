#@ path: python/sglang/srt/layers/attention/flashattention_backend.py
import torch


class AttentionBackend:
    def init_forward_metadata(self, request, locations: torch.Tensor, layer: int, n: int):
        # Views.
        row = self.req_to_token_pool.req_to_token[request.req_pool_idx, :n]
        first = self.req_to_token[0]
        keys = self.k_buffer[layer]
        some = self.k_cache[: n]
        # A write.
        self.k_cache[locations] = self.key
        # Not the cache.
        states = self.hidden_states[locations]
        # Some other method.
        self.k_cache.copy_(states)
        return row, first, keys, some, states
