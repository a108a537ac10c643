//@ path: lib/llm/src/storage.rs
pub struct Store {
    root: String,
}

impl Store {
    pub fn template(&self, name: &str) -> String {
        self.read(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(format!("{}/{}", self.root, name)).unwrap_or_default()
    }
}
