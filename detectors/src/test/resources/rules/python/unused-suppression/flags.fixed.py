"""Suppressions that are idle."""



def first(queue):
    return queue.popleft()


def second(queue):
    return queue.popleft()  # noqa: B001


def third(queue):
    return """
# perf: ignore[not-a-comment]
"""
