"""Names blocks of tokens. No hot path lists this file: it is as hot as whoever calls it."""

from __future__ import annotations

import hashlib


def block_hashes_of(token_ids: list[int], page_size: int) -> list[str]:
    """The hash of each full page, with all tokens before it."""
    hasher = hashlib.sha256()
    hashes = []
    for start in range(0, len(token_ids) - page_size + 1, page_size):
        for token in token_ids[start : start + page_size]:
            hasher.update(token.to_bytes(4, "little"))
        hashes.append(hasher.hexdigest())
    return hashes
