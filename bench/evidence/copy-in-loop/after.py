"""Streams a growing answer: each chunk carries the list itself."""

ids = []
seen = 0
for token in range(12_000):
    ids.append(token)
    chunk = {"output_ids": ids}
    seen += chunk["output_ids"][-1]
print(seen)
