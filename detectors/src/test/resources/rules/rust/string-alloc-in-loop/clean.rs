//@ path: lib/kv-router/src/indexer/labels.rs
//! Strings that are kept, made once, or beside something that takes longer.

use std::collections::HashMap;
use std::fmt::Write;

struct Ring {
    names: Vec<String>,
    places: HashMap<String, u64>,
}

impl Ring {
    fn kept(&mut self) -> Vec<String> {
        let mut labels = Vec::with_capacity(self.names.len());
        for name in &self.names {
            let label = format!("{name}/model");
            labels.push(label);
        }
        labels
    }

    fn once(&self, name: &str) -> bool {
        let key = format!("{name}/model");
        self.places.contains_key(&key)
    }

    fn buffered(&self) -> usize {
        let mut key = String::new();
        let mut known = 0;
        for name in &self.names {
            key.clear();
            let _ = write!(key, "{name}/model");
            known += usize::from(self.places.contains_key(&key));
        }
        known
    }

    fn written(&self) -> String {
        let mut text = String::new();
        for name in &self.names {
            let _ = write!(text, "{name}, ");
        }
        text
    }

    fn header(&self, text: &mut String) {
        text.push_str(&format!("{} names", self.names.len()));
    }

    fn logged(&self) {
        for name in &self.names {
            let label = format!("{name}/model");
            println!("{label}");
        }
    }

    fn schemes(&self, name: &str) -> bool {
        let mut known = false;
        for scheme in ["http", "grpc"] {
            let key = format!("{scheme}://{name}");
            known |= self.places.contains_key(&key);
        }
        known
    }

    /// A header goes before its body, into a buffer that each turn makes anyway.
    fn framed(&self, bodies: &[Vec<u8>]) -> Vec<Vec<u8>> {
        let mut frames = Vec::with_capacity(bodies.len());
        for body in bodies {
            let header = format!("Content-Length: {}\r\n\r\n", body.len());
            let mut frame = Vec::with_capacity(header.len() + body.len());
            frame.extend_from_slice(header.as_bytes());
            frame.extend_from_slice(body);
            frames.push(frame);
        }
        frames
    }

    async fn asked(&self) -> usize {
        let mut answers = 0;
        for name in &self.names {
            let key = format!("{name}/model");
            answers += ask(&key).await;
        }
        answers
    }
}

async fn ask(key: &str) -> usize {
    key.len()
}
