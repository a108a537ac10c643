//! A list that is kept as it is.

use std::collections::HashMap;
use std::time::Instant;

const OPERATIONS: u64 = 2_000;

fn main() {
    let started = Instant::now();
    let mut store: HashMap<&str, Vec<u64>> = HashMap::new();
    for operation in 0..OPERATIONS {
        add(&mut store, operation * 1_000_003);
    }
    let sum = store["tree"].iter().fold(0_u64, |sum, operation| sum.wrapping_add(*operation));
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    println!("{sum}");
}

fn add(store: &mut HashMap<&str, Vec<u64>>, operation: u64) {
    store.entry("tree").or_default().push(operation);
}
