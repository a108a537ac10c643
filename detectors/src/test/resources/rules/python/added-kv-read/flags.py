#@ path: python/sglang/srt/layers/attention/flashattention_backend.py
import torch


class AttentionBackend:
    def init_forward_metadata(self, req_pool_indices: torch.Tensor, locations: torch.Tensor, n: int):
        table = self.req_to_token_pool.req_to_token[req_pool_indices, :n]
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-kv-read minor
        keys = self.k_cache[locations]
        #~     ^^^^^^^^^^^^^^^^^^^^^^^ added-kv-read minor
        values = self.pool.v_buffer.index_select(0, locations)
        #~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-kv-read minor
        return table, keys, values
