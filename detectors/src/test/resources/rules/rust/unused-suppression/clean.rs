//! Nothing here is an idle suppression: `// perf: ignore[other-rule]`.

/// // perf: ignore[other-rule] in documentation is an example
fn first(queue: &mut Vec<u32>) -> Option<u32> {
    // perf: ignore[other-rule, unused-suppression] kept on purpose
    queue.pop()
}

fn prose() -> &'static str {
    // perf: ignore the first item, it is only a marker
    /* // perf: ignore[other-rule] */
    "// perf: ignore[other-rule]"
}
