#@ path: python/sglang/srt/mem_cache/radix_cache.py
import hashlib
import struct


class RadixKey:
    def hash_page(self, start, end):
        hasher = hashlib.sha256()
        for place in range(start, end):
            hasher.update(self.token_ids[place].to_bytes(4, byteorder="little", signed=False))
            #~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate
            hasher.update(self.token_ids[place + 1].to_bytes(4, byteorder="little", signed=False))
            #~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate
        return hasher.hexdigest()


def packed(tokens):
    out = bytearray()
    for token in tokens:
        # Little-endian on all machines.
        out += token.to_bytes(4, "little")
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate
    for token in tokens:
        out.extend(struct.pack("<I", token))
        #~         ^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate
    return bytes(out) + b"".join(token.to_bytes(4, "little") for token in tokens)
    #~                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate


def parts(tokens):
    return b"".join([struct.pack("<I", token) for token in tokens])
    #~               ^^^^^^^^^^^^^^^^^^^^^^^^ allocation-in-token-loop moderate
