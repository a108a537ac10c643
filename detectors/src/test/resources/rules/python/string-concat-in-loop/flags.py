#@ path: python/sglang/srt/managers/detokenizer_manager.py
"""Texts that loops grow."""


class Stream:
    def __init__(self):
        self.text = ""
        self.raw = b""

    def extend(self, pieces):
        for piece in pieces:
            self.text += piece
#~          ^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
            self.raw = self.raw + piece.encode()
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant

    async def relay(self, chunks):
        async for chunk in chunks:
            self.text = f"{self.text}{chunk}"
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant


def plain(tokens):
    text = ""
    for token in tokens:
        text += token  # as it comes
#~      ^^^^^^^^^^^^^ string-concat-in-loop minor
        if token:
            text += " " + token
        # the last word of the loop
    return text.strip()


def with_a_start(tokens):
    result = "a"
    count = 0
    while count < len(tokens):
        result += tokens[count]
#~      ^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop minor
        count += 1
    return result


def as_bytes(chunks):
    body = b""
    for chunk in chunks:
        body += chunk
#~      ^^^^^^^^^^^^^ string-concat-in-loop significant
    return body


def nested(groups):
    out = ""
    for group in groups:
        for item in group:
            for mark in ("<", ">"):
                out += mark + item
#~              ^^^^^^^^^^^^^^^^^^ string-concat-in-loop minor
    return out


def in_front(tokens):
    text = ""
    for token in tokens:
        text = token + text
#~      ^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
    return text


def read_within(tokens):
    text = ""
    for token in tokens:
        text += token
#~      ^^^^^^^^^^^^^ string-concat-in-loop minor
        if text.endswith("stop"):
            break
    return text


def per_group(groups):
    for group in groups:
        line = ""
        for item in group:
            line = line + str(item) + ","
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop minor
        yield line


def forever(queue, text: bytes = b""):
    while True:
        text += queue.get()
#~      ^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
        if len(text) > 1000:
            return text


def chained(tokens):
    first = second = ""
    for token in tokens:
        first += token
#~      ^^^^^^^^^^^^^^ string-concat-in-loop minor
        second += token
#~      ^^^^^^^^^^^^^^^ string-concat-in-loop minor
    return first, second


async def stream(contents):
    buffers = {}
    async for content in contents:
        index = content["index"]
        buffer = buffers.get(index, "")
        buffers[index] = buffer + content["delta"]
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
        yield buffers[index]


def collect(events):
    texts: dict[int, str] = {}
    parts: list[str] = ["", ""]
    for event in events:
        texts[event.choice] = texts.get(event.choice, "") + event.text
        choice = event.choice
        texts[choice] += event.text
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
        for place, piece in enumerate(event.pieces):
            parts[place] += piece
#~          ^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop significant
    return texts


def common_end(first: str, second: str) -> str:
    end = ""
    for place in range(1, len(first) + 1):
        if first[-place] == second[-place]:
            end = first[-place] + end
#~          ^^^^^^^^^^^^^^^^^^^^^^^^^ string-concat-in-loop minor
        else:
            break
    return end
