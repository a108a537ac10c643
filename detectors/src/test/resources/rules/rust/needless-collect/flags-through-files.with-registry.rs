//@ path: sgl-model-gateway/src/core/worker_registry.rs
use std::collections::HashMap;
use std::sync::Arc;

pub struct Worker {
    regular: bool,
}

impl Worker {
    pub fn is_regular(&self) -> bool {
        self.regular
    }
}

pub struct WorkerRegistry {
    workers: HashMap<String, Arc<Worker>>,
}

impl WorkerRegistry {
    pub fn all(&self) -> Vec<Arc<Worker>> {
        self.workers.values().map(|worker| worker.clone()).collect()
    }
}
