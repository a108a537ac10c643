//@ path: lib/llm/src/http/service.rs
use crate::storage::Store;
use engine_tokens::cache;
use super::limits;

pub struct Service {
    store: Store,
}

impl Service {
    pub async fn render(&self, name: &str) -> String {
        self.store.template(name)
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
    }

    pub async fn warm(&self) -> usize {
        limits::settle();
//~     ^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
        cache::load_all("tokens")
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
    }
}
