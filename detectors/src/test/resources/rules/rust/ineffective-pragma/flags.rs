fn first() {
    step(); // perf: ignore
    //~     ^^^^^^^^^^^^^^^ ineffective-pragma negligible
}

// perf: hot(sometimes)
//~ [0..23] ineffective-pragma negligible
fn second() {
    step(); // perf: ignore[]
    //~     ^^^^^^^^^^^^^^^^^ ineffective-pragma negligible
}

const LIMIT: usize = 3; // perf: hot(step)
//~                     ^^^^^^^^^^^^^^^^^^ ineffective-pragma negligible

fn third() {
    step(); // perf: ignore[rule-id
    //~     ^^^^^^^^^^^^^^^^^^^^^^^ ineffective-pragma negligible
    step(); // perf: hot
    //~     ^^^^^^^^^^^^ ineffective-pragma negligible
}
