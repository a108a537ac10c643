"""Hashes a large array in place."""

import array
import hashlib

feature = array.array("B", bytes(range(256)) * 65_536)
for _ in range(4):
    digest = hashlib.blake2b(memoryview(feature)).hexdigest()
print(digest)
