"""Hashes a large array by way of its bytes."""

import array
import hashlib

feature = array.array("B", bytes(range(256)) * 65_536)
for _ in range(4):
    digest = hashlib.blake2b(feature.tobytes()).hexdigest()
print(digest)
