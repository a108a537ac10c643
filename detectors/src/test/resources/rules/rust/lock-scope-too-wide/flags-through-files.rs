//@ path: sgl-model-gateway/src/policies/cache_aware.rs
use crate::journal::Journal;
use std::collections::HashMap;
use std::sync::Mutex;

struct Router {
    loads: Mutex<HashMap<String, usize>>,
    journal: Journal,
}

impl Router {
    fn choose(&self, worker: &str) -> usize {
        let mut loads = self.loads.lock().unwrap();
        let load = loads.entry(worker.to_string()).or_insert(0);
        *load += 1;
        let chosen = *load;
        self.journal.record(worker);
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
        chosen
    }
}
