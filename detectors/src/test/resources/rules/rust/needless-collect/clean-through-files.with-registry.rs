//@ path: sgl-model-gateway/src/core/worker_registry.rs
use std::collections::HashMap;
use std::sync::Arc;

pub struct Worker {
    url: String,
}

pub struct WorkerRegistry {
    workers: HashMap<String, Arc<Worker>>,
    kept: Vec<Arc<Worker>>,
}

impl WorkerRegistry {
    pub fn all(&self) -> Vec<Arc<Worker>> {
        self.workers.values().map(|worker| worker.clone()).collect()
    }

    pub fn kept(&self) -> &Vec<Arc<Worker>> {
        &self.kept
    }

    pub fn remove(&self, worker: Arc<Worker>) {
        drop(worker);
    }
}
