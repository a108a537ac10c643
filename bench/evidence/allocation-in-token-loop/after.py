"""Hashes the pages of a prompt with one object a page."""

import array
import hashlib

TOKENS = [(place * 7919) % 151_936 for place in range(32_768)]
PAGE = 64


def hash_page(tokens):
    return hashlib.sha256(array.array("I", tokens)).hexdigest()


for _ in range(10):
    hashes = [hash_page(TOKENS[start : start + PAGE]) for start in range(0, len(TOKENS), PAGE)]
print(hashes[0], hashes[-1])
