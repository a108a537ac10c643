"""Is any request locked, and how many tokens are waiting? Asked on each step."""

table = {key: (key % 97 == 1, key % 13) for key in range(20_000)}
found = tokens = 0
for _ in range(150):
    if any([locked for locked, _ in list(table.values())]):
        found += 1
    for _, size in list(table.values()):
        tokens += size
print(found, tokens)
