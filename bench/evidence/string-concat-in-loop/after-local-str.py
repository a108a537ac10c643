"""The parts of a string, joined once."""


def build(pieces):
    parts = []
    for piece in pieces:
        parts.append(piece)
    return "".join(parts)


print(len(build(["token "] * 40_000)))
