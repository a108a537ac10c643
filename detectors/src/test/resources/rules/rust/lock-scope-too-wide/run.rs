//@ path: src/worker.rs
//! Two queues, each emptied under a lock that the body does not need.

use std::collections::VecDeque;
use std::sync::Mutex;

struct Worker {
    pending: Mutex<VecDeque<u64>>,
    listener: Mutex<Option<String>>,
}

impl Worker {
    fn drain(&self) -> u64 {
        let mut sum = 0;
        while let Some(block) = self.pending.lock().unwrap().pop_front() {
            println!("evict {block}");
            sum += block;
        }
        sum
    }

    fn stop(&self) -> usize {
        if let Some(listener) = self.listener.lock().unwrap().take() {
            println!("stop {listener}");
            return listener.len();
        }
        0
    }

    fn first(&self) -> Option<u64> {
        match self.pending.lock().unwrap().front().copied() {
            Some(block) => {
                println!("first {block}");
                Some(block)
            }
            None => None,
        }
    }
}

fn main() {
    let worker = Worker {
        pending: Mutex::new(VecDeque::from([3, 4, 5])),
        listener: Mutex::new(Some("events".to_string())),
    };
    println!("{:?} {} {} {}", worker.first(), worker.drain(), worker.stop(), worker.stop());
}
