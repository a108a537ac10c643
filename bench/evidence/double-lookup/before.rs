//! Keys that are looked for before they are counted.

use std::collections::HashMap;
use std::time::Instant;

const REQUESTS: usize = 200;
const KEYS: usize = 5_000;

fn main() {
    let keys: Vec<String> = (0..KEYS).map(|key| format!("worker-{key}/block-{}", key * 7919)).collect();
    let started = Instant::now();
    let mut loads: HashMap<&str, u64> = HashMap::new();
    for _ in 0..REQUESTS {
        for key in &keys {
            if !loads.contains_key(key.as_str()) {
                loads.insert(key, 0);
            }
            *loads.get_mut(key.as_str()).unwrap() += 1;
        }
    }
    let sum: u64 = loads.values().sum();
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    println!("{sum}");
}
