//! Suppressions that are idle.


fn first(queue: &mut Vec<u32>) -> Option<u32> {
    queue.pop()
}

fn second(queue: &mut Vec<u32>) -> Option<u32> {
    queue.pop()
}

fn third() -> &'static str {
    "
    // perf: ignore[not-a-comment]
    "
}
