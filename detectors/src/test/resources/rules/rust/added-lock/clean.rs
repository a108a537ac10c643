//@ path: lib/llm/src/kv_router/scheduler.rs
use dashmap::DashMap;
use std::cell::RefCell;
use std::sync::Mutex;

struct Scheduler {
    loads: Mutex<Vec<u64>>,
    workers: DashMap<u64, u64>,
    local: RefCell<u64>,
}

impl Scheduler {
    fn schedule(&self, worker: u64, file: &mut std::fs::File) {
        // It waits for nobody.
        if let Ok(mut loads) = self.loads.try_lock() {
            loads.push(worker);
        }
        // Shards of a map, and cells of one thread.
        *self.workers.entry(worker).or_insert(0) += 1;
        *self.local.borrow_mut() += 1;
        // Not a lock.
        file.read(&mut [0; 8]).ok();
    }

    // At start-up nobody waits.
    fn new() -> Self {
        let made = Self::default();
        made.loads.lock().unwrap().push(0);
        made
    }
}
