"""The parts of an array, standing in for a tensor, joined once."""

from array import array

part = array("d", range(64))
parts = []
for _ in range(3_000):
    parts.append(part)
out = array("d", b"".join(parts))
print(len(out), sum(out))
