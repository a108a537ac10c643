#@ path: python/sglang/srt/managers/detokenizer_manager.py
"""Texts that loops grow."""


class Stream:
    def __init__(self):
        self.text = ""
        self.raw = b""

    def extend(self, pieces):
        for piece in pieces:
            self.text += piece
            self.raw = self.raw + piece.encode()

    async def relay(self, chunks):
        async for chunk in chunks:
            self.text = f"{self.text}{chunk}"


def plain(tokens):
    text_parts = []
    for token in tokens:
        text_parts.append(token)  # as it comes
        if token:
            text_parts.append(" " + token)
        # the last word of the loop
    text = "".join(text_parts)
    return text.strip()


def with_a_start(tokens):
    result_parts = ["a"]
    count = 0
    while count < len(tokens):
        result_parts.append(tokens[count])
        count += 1
    result = "".join(result_parts)
    return result


def as_bytes(chunks):
    body_parts = []
    for chunk in chunks:
        body_parts.append(chunk)
    body = b"".join(body_parts)
    return body


def nested(groups):
    out_parts = []
    for group in groups:
        for item in group:
            for mark in ("<", ">"):
                out_parts.append(mark + item)
    out = "".join(out_parts)
    return out


def in_front(tokens):
    text = ""
    for token in tokens:
        text = token + text
    return text


def read_within(tokens):
    text = ""
    for token in tokens:
        text += token
        if text.endswith("stop"):
            break
    return text


def per_group(groups):
    for group in groups:
        line = ""
        for item in group:
            line = line + str(item) + ","
        yield line


def forever(queue, text: bytes = b""):
    while True:
        text += queue.get()
        if len(text) > 1000:
            return text


def chained(tokens):
    first = second = ""
    for token in tokens:
        first += token
        second += token
    return first, second


async def stream(contents):
    buffers = {}
    async for content in contents:
        index = content["index"]
        buffer = buffers.get(index, "")
        buffers[index] = buffer + content["delta"]
        yield buffers[index]


def collect(events):
    texts: dict[int, str] = {}
    parts: list[str] = ["", ""]
    for event in events:
        texts[event.choice] = texts.get(event.choice, "") + event.text
        choice = event.choice
        texts[choice] += event.text
        for place, piece in enumerate(event.pieces):
            parts[place] += piece
    return texts


def common_end(first: str, second: str) -> str:
    end = ""
    for place in range(1, len(first) + 1):
        if first[-place] == second[-place]:
            end = first[-place] + end
        else:
            break
    return end
