//@ path: sgl-router/src/tree.rs
//! Locks taken for reading, or for writing to write.

use dashmap::mapref::entry::Entry;
use dashmap::DashMap;
use std::collections::hash_map;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::RwLock;

struct Tree {
    children: DashMap<char, String>,
    loads: RwLock<HashMap<String, usize>>,
    own: HashMap<char, String>,
    counter: RwLock<AtomicUsize>,
    turn: RwLock<()>,
}

impl Tree {
    fn load(&self, worker: &str) -> usize {
        let loads = self.loads.read().unwrap();
        loads.get(worker).copied().unwrap_or(0)
    }

    fn add(&self, worker: &str) {
        let mut loads = self.loads.write().unwrap();
        *loads.entry(worker.to_string()).or_insert(0) += 1;
        self.loads.write().unwrap().clear();
        *self.loads.write().unwrap() = HashMap::new();
    }

    // Handed on: who takes it may write.
    fn handed_on(&self) {
        let loads = self.loads.write().unwrap();
        rebuild(loads);
    }

    // The lock keeps these two steps together, though an atomic can be changed through a shared reference.
    fn restart(&self) -> usize {
        let counter = self.counter.write().unwrap();
        let last = counter.load(Ordering::SeqCst);
        counter.store(0, Ordering::SeqCst);
        last
    }

    fn in_turn(&self) {
        let _turn = self.turn.write().unwrap();
        let turn = self.turn.write().unwrap();
        drop(turn);
    }

    fn child(&self, first: char) -> String {
        match self.children.entry(first) {
            Entry::Occupied(entry) => entry.get().clone(),
            Entry::Vacant(entry) => entry.insert(String::new()).clone(),
        }
    }

    fn taken(&self, first: char) -> Option<String> {
        match self.children.entry(first) {
            Entry::Occupied(entry) => Some(entry.remove()),
            Entry::Vacant(_) => None,
        }
    }

    // Nobody else is in a map of one's own.
    fn own(&mut self, first: char) -> Option<String> {
        match self.own.entry(first) {
            hash_map::Entry::Occupied(entry) => Some(entry.get().clone()),
            hash_map::Entry::Vacant(_) => None,
        }
    }

    fn append(&self, first: char) {
        if let Some(mut child) = self.children.get_mut(&first) {
            child.push('a');
        }
    }
}
