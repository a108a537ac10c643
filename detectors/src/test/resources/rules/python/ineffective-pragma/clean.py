"""Heat comments that belong to functions, and prose."""


# perf: hot(step) called by the event loop
@decorator
def first():
    pass


@decorator
# perf: cold
def second():
    pass


def third(  # perf: hot(request)
    batch,
):
    # perf: hot paths should not allocate, so the list is kept
    # perf: ignore what the caller passed
    return batch
