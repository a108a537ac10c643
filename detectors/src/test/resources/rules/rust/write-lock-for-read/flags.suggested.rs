//@ path: sgl-router/src/tree.rs
//! Locks taken for writing to read.

use dashmap::mapref::entry::Entry;
use dashmap::DashMap;
use std::collections::HashMap;
use std::sync::RwLock;

struct Tree {
    children: DashMap<char, String>,
    loads: RwLock<HashMap<String, usize>>,
    text: parking_lot::RwLock<String>,
}

impl Tree {
    fn load(&self, worker: &str) -> usize {
        let loads = self.loads.read().unwrap();
        let load = loads.get(worker).copied().unwrap_or(0);
        load + loads.len()
    }

    fn length(&self) -> usize {
        self.text.read().len()
    }

    fn child(&self, first: char) -> Option<String> {
        match self.children.entry(first) {
            Entry::Occupied(entry) => Some(entry.get().clone()),
            Entry::Vacant(_) => None,
        }
    }

    fn has_text(&self, first: char) -> bool {
        if let Some(child) = self.children.get_mut(&first) {
            return !child.is_empty();
        }
        false
    }
}
