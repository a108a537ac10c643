"""The same queue as a deque."""

from collections import deque

queue = deque(range(120_000))
total = 0
while queue:
    total = (total * 31 + queue.popleft()) % 1_000_003
print(total)
