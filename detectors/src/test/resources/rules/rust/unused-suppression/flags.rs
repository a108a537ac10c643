//! Suppressions that are idle.

// perf: ignore-file[no-such-rule]
//~ [0..34] unused-suppression negligible

fn first(queue: &mut Vec<u32>) -> Option<u32> {
    // perf: ignore[other-rule] it has a line of its own
//~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression negligible
    queue.pop()
}

fn second(queue: &mut Vec<u32>) -> Option<u32> {
    queue.pop() // perf: ignore[another-rule, no-such-rule] it stands after code
    //~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression negligible
}

fn third() -> &'static str {
    "
    // perf: ignore[not-a-comment]
    "
}
