//! Readers that take the lock for reading.

use std::collections::HashMap;
use std::sync::RwLock;
use std::thread;
use std::time::{Duration, Instant};

const THREADS: u64 = 4;
const REQUESTS: u64 = 50;

fn load(loads: &RwLock<HashMap<u64, u64>>, worker: u64) -> u64 {
    let guard = loads.read().unwrap();
    look();
    guard.get(&worker).copied().unwrap_or(0)
}

/// The stand-in for what a reader does with what it found, on a machine that has a core for each.
fn look() {
    thread::sleep(Duration::from_millis(1));
}

fn main() {
    let loads = RwLock::new((0..8).map(|worker| (worker, worker * worker)).collect());
    let started = Instant::now();
    let sum: u64 = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| scope.spawn(|| (0..REQUESTS).map(|request| load(&loads, request % 8)).sum::<u64>()))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    println!("{sum}");
}
