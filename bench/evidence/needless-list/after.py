"""The same, without the lists."""

table = {key: (key % 97 == 1, key % 13) for key in range(20_000)}
found = tokens = 0
for _ in range(150):
    if any(locked for locked, _ in table.values()):
        found += 1
    for _, size in table.values():
        tokens += size
print(found, tokens)
