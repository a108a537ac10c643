"""The chunks of a body, joined once."""

chunks = []
for _ in range(40_000):
    chunks.append(b"token ")
body = b"".join(chunks)
print(len(body))
