"""A body that grows chunk by chunk."""

body = b""
for _ in range(40_000):
    body += b"token "
print(len(body))
