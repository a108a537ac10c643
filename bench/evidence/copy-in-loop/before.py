"""Streams a growing answer: each chunk carries a copy of all ids so far."""

import sys
import time

ids = []
began = time.perf_counter()
seen = 0
for token in range(12_000):
    ids.append(token)
    chunk = {"output_ids": ids.copy()}
    seen += chunk["output_ids"][-1]
print(f"seconds={time.perf_counter() - began}", file=sys.stderr)
print(seen)
