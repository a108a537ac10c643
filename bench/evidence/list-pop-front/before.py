"""A busy server's queue, drained from the front of a list."""

queue = list(range(120_000))
total = 0
while queue:
    total = (total * 31 + queue.pop(0)) % 1_000_003
print(total)
