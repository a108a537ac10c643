#@ path: python/sglang/srt/managers/schedule_batch.py
from dataclasses import dataclass


class Req:
    def __init__(self, rid, text: str):
        # No containers.
        self.rid = rid
        self.text = text
        self.count = 0
        local = []
        self.total = len(local)

    def add(self, token):
        # Not new with the request.
        self.output = [token]


# One for all.
class ScheduleBatch:
    def __init__(self):
        self.reqs = []


# A message: it lives for a moment.
@dataclass
class GenerateReqInput:
    token_ids: list


# Nobody in sight makes one.
@dataclass
class SessionReqInfo:
    token_ids: list
