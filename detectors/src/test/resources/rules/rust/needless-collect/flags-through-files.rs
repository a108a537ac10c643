//@ path: sgl-model-gateway/src/routers/router_manager.rs
use crate::core::worker_registry::WorkerRegistry;

struct RouterManager {
    registry: WorkerRegistry,
}

impl RouterManager {
    fn select(&self) -> (usize, usize) {
        let all = self.registry.all();
        //~       ^^^^^^^^^^^^^^^^^^^ needless-collect minor
        let regular = all.iter().filter(|worker| worker.is_regular()).count();
        let others = all.len() - regular;
        (regular, others)
    }

    fn size(&self) -> usize {
        self.registry.all().len()
//~     ^^^^^^^^^^^^^^^^^^^ needless-collect minor
    }
}
