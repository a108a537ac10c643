#@ path: python/sglang/srt/mem_cache/radix_cache.py
import array
import hashlib
import struct


def hash_page(tokens, seed, pages):
    hasher = hashlib.sha256(seed.to_bytes(8, "little"))
    hasher.update(array.array("I", tokens))
    for page in pages:
        hasher.update(seed.to_bytes(4, "little"))
        hasher.update(page)
    for rank in range(4):
        hasher.update(rank.to_bytes(4, "little"))
    return hasher.hexdigest()


def more(tokens, sizes, sockets, rows):
    out = bytearray()
    for token in tokens:
        if token >= 0:
            out += token.to_bytes(4, "little")
    for size, socket in zip(sizes, sockets):
        header = size.to_bytes(4, "big")
        socket.send(header)
    for row in rows:
        out += struct.pack("<IHH", row.id, row.kind, row.size)
    keys = [token.to_bytes(4, "little") for token in tokens]
    odd = b"".join(token.to_bytes(4, "little") for token in tokens if token % 2)
    return out, keys, odd


class Names:
    def to_bytes(self, encoding):
        return b""


def named(names, hasher):
    for name in names:
        hasher.update(name.to_bytes("utf-8"))
