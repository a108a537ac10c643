//@ path: lib/llm/src/kv_router/scheduler.rs
use std::sync::{Arc, Mutex};
use tokio::sync::RwLock;

struct Scheduler {
    loads: Mutex<Vec<u64>>,
    names: parking_lot::RwLock<Vec<String>>,
    state: Arc<RwLock<u64>>,
}

impl Scheduler {
    fn schedule(&self, worker: usize) {
        self.loads.lock().unwrap()[worker] += 1;
//~     ^^^^^^^^^^^^^^^^^ added-lock minor
        // Each place is told; a review asks once a function.
        self.loads.lock().unwrap()[0] += 1;
//~     ^^^^^^^^^^^^^^^^^ added-lock minor
        let names = self.names.read();
        //~         ^^^^^^^^^^^^^^^^^ added-lock minor
        use_names(&names);
    }

    async fn update(&self) {
        *self.state.write().await += 1;
//~      ^^^^^^^^^^^^^^^^^^ added-lock minor
    }
}
