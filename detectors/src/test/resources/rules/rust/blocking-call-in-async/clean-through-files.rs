//@ path: lib/llm/src/http/service.rs
use crate::storage::Store;
use somewhere_else::settle;

pub struct Service {
    store: Store,
}

impl Service {
    pub async fn render(&self, name: String) -> String {
        let store = self.store.clone();
        // A thread that may block runs it.
        let text = tokio::task::spawn_blocking(move || store.template(&name)).await;
        // Awaited: other tasks run meanwhile.
        self.store.fetch(&text.unwrap_or_default()).await
    }

    pub async fn rest(&self) {
        // What another project's crate does nobody here knows.
        settle();
        self.store.count();
    }
}
