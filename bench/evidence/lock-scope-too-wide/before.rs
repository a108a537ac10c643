//! Requests that write their event while they hold the lock of the loads.

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

const THREADS: u64 = 4;
const REQUESTS: u64 = 50;

fn choose(loads: &Mutex<HashMap<u64, u64>>, worker: u64) {
    let mut guard = loads.lock().unwrap();
    *guard.entry(worker).or_insert(0) += 1;
    write_event();
}

/// The stand-in for a write that waits for the disk.
fn write_event() {
    thread::sleep(Duration::from_millis(1));
}

fn main() {
    let loads = Mutex::new(HashMap::new());
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| (0..REQUESTS).for_each(|request| choose(&loads, request % 8)));
        }
    });
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    println!("{}", loads.into_inner().unwrap().values().sum::<u64>());
}
