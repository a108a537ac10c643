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
        drop(loads);
        let encoded = serde_json::to_string(event)?;
        Ok(encoded)
    }

    fn publish(&self) -> Vec<String> {
        let mut sent = Vec::new();
        while let Some(event) = { let next = self.pending.lock().unwrap().pop_front(); next } {
            sent.push(serde_json::to_string(&event).unwrap());
        }
        sent
    }

    fn next(&self) -> Option<String> {
        let next2 = self.pending.lock().unwrap().pop_front();
        if let Some(event) = next2 {
            return serde_json::to_string(&event).ok();
        }
        None
    }

    fn forget(&self, worker: &str) -> usize {
        let mut loads = self.loads.lock().unwrap();
        loads.remove(worker);
        let left = loads.len();
        drop(loads);
        info!("forgot {worker}, {left} left");
        left
    }

    fn describe(&self, workers: &[String]) -> Vec<String> {
        let mut names = self.names.lock();
        names.clear();
        let mut described = Vec::with_capacity(workers.len());
        drop(names);
        for worker in workers {
            described.push(format!("worker {worker}"));
        }
        described
    }

    fn template(&self, worker: &str) -> std::io::Result<String> {
        let mut loads = self.loads.lock().unwrap();
        loads.remove(worker);
        drop(loads);
        std::fs::read_to_string("template.jinja")
    }

    fn add_all(&self, workers: Vec<String>) {
        for worker in workers {
            self.names.lock().push(worker);
        }
        for (worker, route) in self.initial() {
            self.routes.write().unwrap().insert(worker.clone(), route.to_string());
        }
    }

    fn initial(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}
