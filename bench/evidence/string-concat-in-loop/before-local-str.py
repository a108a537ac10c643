"""A local string that nothing else refers to, which CPython may lengthen in place."""

import sys
import time


def build(pieces):
    text = ""
    for piece in pieces:
        text += piece
    return text


started = time.perf_counter()
for _ in range(20):
    text = build(["token "] * 20_000)
print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
print(len(text))
