//@ path: sgl-model-gateway/src/policies/cache_aware.rs
use crate::journal::{Counters, Journal};
use std::collections::HashMap;
use std::sync::Mutex;

struct Router {
    loads: Mutex<HashMap<String, usize>>,
    journal: Journal,
    counters: Counters,
}

impl Router {
    // Two locks held together keep what is counted and what is written in step.
    fn choose(&self, worker: &str) -> usize {
        let mut loads = self.loads.lock().unwrap();
        let load = loads.entry(worker.to_string()).or_insert(0);
        *load += 1;
        let chosen = *load;
        self.journal.record(worker);
        chosen
    }

    // Counts, and waits for nothing.
    fn count(&self, worker: &str) -> usize {
        let loads = self.loads.lock().unwrap();
        let chosen = loads.get(worker).copied().unwrap_or(0);
        self.counters.add(1);
        chosen
    }

    // What is written is what the lock protects.
    fn store(&self, worker: &str) {
        let mut loads = self.loads.lock().unwrap();
        loads.insert(worker.to_string(), 1);
        self.journal.write_all(&loads);
    }
}
