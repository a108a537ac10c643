"""Which of the running requests are in the batch, which is a set?"""

import sys
import time

batch = {f"request-{i}" for i in range(0, 4_000, 2)}
running = [f"request-{i}" for i in range(4_000)]
began = time.perf_counter()
found = 0
for rid in running:
    if rid in batch:
        found += 1
print(f"seconds={time.perf_counter() - began}", file=sys.stderr)
print(found)
