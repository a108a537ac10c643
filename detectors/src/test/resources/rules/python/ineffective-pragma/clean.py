"""Prose."""


def third(batch):
    # perf: hot paths should not allocate, so the list is kept
    # perf: ignore what the caller passed
    return batch
