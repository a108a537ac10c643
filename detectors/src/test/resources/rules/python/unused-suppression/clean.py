"""Nothing here is an idle suppression."""


def first(queue):
    # perf: ignore[other-rule, unused-suppression] kept on purpose
    return queue.popleft()


def prose(queue):
    # perf: ignore the first item, it is only a marker
    # To silence a finding write `# perf: ignore[rule-id]`.
    return "# perf: ignore[other-rule]"
