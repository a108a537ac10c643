"""Suppressions that are idle."""

# perf: ignore-file[no-such-rule]
#~ [0..33] unused-suppression negligible


def first(queue):
    # perf: ignore[other-rule] it has a line of its own
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression negligible
    return queue.popleft()


def second(queue):
    return queue.popleft()  # noqa: B001  # perf: ignore[another-rule] it follows another comment
    #~                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression negligible


def third(queue):
    # perf: ignore[no-such-rule, no-rule-either]
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression negligible
    return """
# perf: ignore[not-a-comment]
"""
