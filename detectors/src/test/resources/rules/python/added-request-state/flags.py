#@ path: python/sglang/srt/managers/schedule_batch.py
from typing import List, Optional

import torch


class Req:
    def __init__(self, rid, tokens):
        self.rid = rid
        self.token_times = []
#~      ^^^^^^^^^^^^^^^^ added-request-state minor
        self.by_position = {}
#~      ^^^^^^^^^^^^^^^^ added-request-state minor
        self.hidden_states: Optional[List[torch.Tensor]] = None
#~      ^^^^^^^^^^^^^^^^^^ added-request-state minor
        self.mask = torch.zeros(len(tokens))
#~      ^^^^^^^^^ added-request-state minor


class ReqState:
    chunks: list
#~  ^^^^^^ added-request-state minor
    finished: bool


class Batch:
    def add(self, rid):
        state = ReqState(chunks=[], finished=False)
        self.states[rid] = state
