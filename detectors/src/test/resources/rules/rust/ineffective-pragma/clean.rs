//! Heat comments that belong to functions, and prose.

// perf: hot(step) called by the event loop
#[inline]
fn first() {}

#[inline]
// perf: cold
fn second() {}

fn third( // perf: hot(request)
    batch: Vec<u32>,
) -> Vec<u32> { // perf: hot(token)
    // perf: hot paths should not allocate, so the vector is kept
    // perf: ignore what the caller passed
    batch
}
