#@ path: python/sglang/srt/managers/detokenizer_manager.py
"""Look-alikes of texts that loops grow."""
import io


def counters(tokens, weights):
    count = 0
    total = 0.0
    for token, weight in zip(tokens, weights):
        count += 1
        count = count + len(token)
        total += weight
    return count, total


def lists(tokens):
    out = []
    for token in tokens:
        out += [token]
    return out


def few_turns(tokens):
    text = ""
    for index in range(4):
        text += tokens[index]
    for name in ("a", "b"):
        text += name
    return text


def outside_a_loop(token):
    text = "a"
    text += token
    text = text + token
    return text


def started_anew(tokens):
    for token in tokens:
        text = "<"
        text += token
        yield text


def emptied(tokens):
    line = ""
    for token in tokens:
        line += token
        if len(line) > 80:
            yield line
            line = ""


def unknown(tokens, text, other):
    result = other
    for token in tokens:
        text += token
        result = result + token


def of_two_types(tokens):
    value = ""
    for token in tokens:
        value += token
    value = 0
    return value


def collected(tokens):
    parts = []
    buffer = io.StringIO()
    for token in tokens:
        parts.append(token)
        buffer.write(token)
    return "".join(parts) + buffer.getvalue()


def another_string_each_turn(tokens):
    text = ""
    for token in tokens:
        text = token + "!"
        text = f"{token}!"
    return text


def in_a_function_of_its_own(tokens):
    text = ""
    for token in tokens:

        def add():
            text = ""
            text += token
            return text

        add()
    return text


def taken_apart(buffer: str):
    # A state machine: few turns, and a local string is lengthened in place.
    normal = ""
    while True:
        start = buffer.find("<")
        if start == -1:
            normal += buffer
            return normal
        normal += buffer[:start]
        buffer = buffer[start + 1 :]


def once_and_out(names, path: str):
    for name in names:
        if name.endswith(".png"):
            path = f"{path}{name}"
            return path
        if name == "":
            path = "./" + path
            break
    return path


def message_of_an_error(results):
    problems = ""
    for result in results:
        if isinstance(result, Exception):
            problems = f"{problems}{result}\n"
    if problems:
        raise RuntimeError(problems)


# A local text that few turns lengthen, which CPython does in place.
def normal_text(events: list[Event]) -> str:
    text = ""
    for event in events:
        if event.kind == "tool":
            handle(event)
        elif event.kind == "normal":
            text += event.content
    return text


# The few images of each message.
def with_images(messages: list[Message], image_token: str) -> list[str]:
    texts = []
    for message in messages:
        text = ""
        for part in message.content:
            if part.kind == "text":
                text += part.text
            elif part.kind == "image":
                text = image_token + text
        texts.append(text)
    return texts


def keyed(names, counts, items):
    totals = {}
    sizes: dict[str, int] = {}
    labels: list[str] = list(names)
    for place, item in enumerate(items):
        labels[place] += item.suffix
        totals[item.key] = totals.get(item.key, 0) + item.size
        sizes[item.kind] += item.size
        counts[item.kind] += item.size
        fresh: dict[str, str] = {"a": "b"}
        key = item.key
        fresh[key] += item.suffix
    return totals, labels
