//@ path: sgl-model-gateway/src/policies/cache_aware.rs
//! Guards that outlive their use, and a lock taken for each element.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, RwLock};
use tracing::info;

struct Router {
    loads: Mutex<HashMap<String, usize>>,
    routes: RwLock<HashMap<String, String>>,
    pending: Mutex<VecDeque<Event>>,
    names: parking_lot::Mutex<Vec<String>>,
}

#[derive(serde::Serialize)]
struct Event {
    worker: String,
}

impl Router {
    fn choose(&self, worker: &str, event: &Event) -> serde_json::Result<String> {
        let mut loads = self.loads.lock().unwrap();
        *loads.entry(worker.to_string()).or_insert(0) += 1;
        let encoded = serde_json::to_string(event)?;
        //~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
        Ok(encoded)
    }

    fn publish(&self) -> Vec<String> {
        let mut sent = Vec::new();
        while let Some(event) = self.pending.lock().unwrap().pop_front() {
            sent.push(serde_json::to_string(&event).unwrap());
            //~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide significant
        }
        sent
    }

    fn next(&self) -> Option<String> {
        if let Some(event) = self.pending.lock().unwrap().pop_front() {
            return serde_json::to_string(&event).ok();
            //~    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
        }
        None
    }

    fn forget(&self, worker: &str) -> usize {
        let mut loads = self.loads.lock().unwrap();
        loads.remove(worker);
        let left = loads.len();
        info!("forgot {worker}, {left} left");
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide minor
        left
    }

    fn describe(&self, workers: &[String]) -> Vec<String> {
        let mut names = self.names.lock();
        names.clear();
        let mut described = Vec::with_capacity(workers.len());
        for worker in workers {
        //~           ^^^^^^^ lock-scope-too-wide moderate
            described.push(format!("worker {worker}"));
        }
        described
    }

    fn template(&self, worker: &str) -> std::io::Result<String> {
        let mut loads = self.loads.lock().unwrap();
        loads.remove(worker);
        std::fs::read_to_string("template.jinja")
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
    }

    fn add_all(&self, workers: Vec<String>) {
        for worker in workers {
            self.names.lock().push(worker);
//~         ^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
        }
        for (worker, route) in self.initial() {
            self.routes.write().unwrap().insert(worker.clone(), route.to_string());
//~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lock-scope-too-wide moderate
        }
    }

    fn initial(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}
