"""The parts of a string, joined once."""

import sys
import time


def build(pieces):
    parts = []
    for piece in pieces:
        parts.append(piece)
    return "".join(parts)


started = time.perf_counter()
for _ in range(20):
    text = build(["token "] * 20_000)
print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
print(len(text))
