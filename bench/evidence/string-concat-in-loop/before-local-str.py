"""A local string that nothing else refers to, which CPython may lengthen in place."""


def build(pieces):
    text = ""
    for piece in pieces:
        text += piece
    return text


print(len(build(["token "] * 40_000)))
