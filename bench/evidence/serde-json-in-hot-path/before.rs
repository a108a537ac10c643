//! A list that is kept as text, and decoded and encoded for each number that is added.

use std::collections::HashMap;
use std::time::Instant;

const OPERATIONS: u64 = 2_000;

fn main() {
    let started = Instant::now();
    let mut store: HashMap<&str, String> = HashMap::new();
    for operation in 0..OPERATIONS {
        add(&mut store, operation * 1_000_003);
    }
    let sum = decode(&store["tree"]).iter().fold(0_u64, |sum, operation| sum.wrapping_add(*operation));
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    println!("{sum}");
}

fn add(store: &mut HashMap<&str, String>, operation: u64) {
    let mut operations = store.get("tree").map(|text| decode(text)).unwrap_or_default();
    operations.push(operation);
    store.insert("tree", encode(&operations));
}

fn decode(text: &str) -> Vec<u64> {
    text.trim_matches(['[', ']']).split(',').map(|number| number.parse().unwrap()).collect()
}

fn encode(operations: &[u64]) -> String {
    let numbers: Vec<String> = operations.iter().map(u64::to_string).collect();
    format!("[{}]", numbers.join(","))
}
