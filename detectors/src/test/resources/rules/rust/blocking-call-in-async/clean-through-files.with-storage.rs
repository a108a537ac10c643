//@ path: lib/llm/src/storage.rs
#[derive(Clone)]
pub struct Store {
    root: String,
    hits: usize,
}

impl Store {
    pub fn template(&self, name: &str) -> String {
        std::fs::read_to_string(format!("{}/{}", self.root, name)).unwrap_or_default()
    }

    pub async fn fetch(&self, name: &str) -> String {
        tokio::fs::read_to_string(name).await.unwrap_or_default()
    }

    pub fn count(&self) -> usize {
        self.hits
    }
}
