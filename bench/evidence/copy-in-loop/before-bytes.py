"""Hashes a large array by way of its bytes."""

import array
import hashlib
import sys
import time

feature = array.array("B", bytes(range(256)) * 65_536)
began = time.perf_counter()
for _ in range(4):
    digest = hashlib.blake2b(feature.tobytes()).hexdigest()
print(f"seconds={time.perf_counter() - began}", file=sys.stderr)
print(digest)
