"""An array, standing in for a tensor, that grows by concatenation."""

from array import array

part = array("d", range(64))
out = array("d")
for _ in range(3_000):
    out = out + part
print(len(out), sum(out))
