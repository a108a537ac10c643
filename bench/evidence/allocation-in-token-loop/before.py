"""Hashes the pages of a prompt token by token."""

import hashlib

TOKENS = [(place * 7919) % 151_936 for place in range(32_768)]
PAGE = 64


def hash_page(tokens):
    hasher = hashlib.sha256()
    for token in tokens:
        hasher.update(token.to_bytes(4, byteorder="little"))
    return hasher.hexdigest()


for _ in range(10):
    hashes = [hash_page(TOKENS[start : start + PAGE]) for start in range(0, len(TOKENS), PAGE)]
print(hashes[0], hashes[-1])
