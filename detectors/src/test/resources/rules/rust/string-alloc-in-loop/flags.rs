//@ path: lib/kv-router/src/indexer/keys.rs
//! Strings made on each turn only to be lent or appended.

use std::collections::HashMap;

fn hash_of(key: &str) -> u64 {
    key.len() as u64
}

struct Ring {
    names: Vec<String>,
    places: HashMap<String, u64>,
}

impl Ring {
    fn hashes(&self, count: usize) -> Vec<u64> {
        let mut hashes = Vec::with_capacity(self.names.len() * count);
        for name in &self.names {
            for number in 0..count {
                let key = format!("{}#{}", name, number);
                //~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-alloc-in-loop minor
                let hash = hash_of(&key);
                hashes.push(hash);
            }
        }
        hashes
    }

    fn known(&self) -> usize {
        let mut known = 0;
        for name in &self.names {
            let key = format!("{name}/model");
            //~       ^^^^^^^^^^^^^^^^^^^^^^^ string-alloc-in-loop minor
            if self.places.contains_key(&key) && !key.is_empty() {
                known += 1;
            }
        }
        known
    }

    fn listed(&self) -> String {
        let mut text = String::new();
        for name in &self.names {
            text.push_str(&format!("{name}, "));
            //~            ^^^^^^^^^^^^^^^^^^^ string-alloc-in-loop minor
        }
        text
    }

    fn commented(&self) -> String {
        let mut text = String::new();
        for name in &self.names {
            text.push_str(&format!("{name}, " /* the separator too */));
            //~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string-alloc-in-loop minor
        }
        text
    }
}
