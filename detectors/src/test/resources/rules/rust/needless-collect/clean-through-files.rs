//@ path: sgl-model-gateway/src/routers/router_manager.rs
use crate::core::worker_registry::{Worker, WorkerRegistry};
use std::sync::Arc;

struct RouterManager {
    registry: WorkerRegistry,
}

impl RouterManager {
    // The list itself is handed on.
    fn select(&self) -> Vec<Arc<Worker>> {
        let all = self.registry.all();
        if all.is_empty() {
            return Vec::new();
        }
        all
    }

    // An element of it is.
    fn first(&self) -> Option<Arc<Worker>> {
        let all = self.registry.all();
        let size = all.len();
        all.get(size / 2).cloned()
    }

    // Hands out what it keeps.
    fn size(&self) -> usize {
        self.registry.kept().len()
    }

    // While the loop runs, nothing of the registry is borrowed.
    fn drain(&self) {
        for worker in self.registry.all() {
            self.registry.remove(worker);
        }
    }
}
