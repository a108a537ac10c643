"""Runs each shape that the safe fix changes and prints what comes out."""


def distinct_words(text: str):
    seen = []
    count = 0
    for word in text.split():
        if word not in seen:
            seen.append(word)
            count += 1
    if not seen:
        count = -1
    return count


def common(left: str, right: str):
    words = [word for word in left.split()]
    return [word for word in right.split() if word in words]


def repeated(limit):
    squares = [n * n for n in range(10)]
    hits = 0
    for n in range(len("x" * limit)):
        if n in squares:
            hits += 1
    return hits


print(distinct_words("a b a c b"), distinct_words(""))
print(common("a b c", "b d a a"))
print(repeated(50))
