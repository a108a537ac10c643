//@ path: lib/kv-router/src/sequences/block_tracker.rs
//! Keys that are looked up twice.

use std::collections::{HashMap, HashSet};

struct Tracker {
    nodes: HashMap<u64, Node>,
    seen: HashSet<u64>,
}

impl Tracker {
    fn add(&mut self, id: u64, node: Node) {
        if !self.nodes.contains_key(&id) {
        //~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-lookup minor
            self.nodes.insert(id, node);
        }
        if !self.seen.contains(&id) {
        //~ ^^^^^^^^^^^^^^^^^^^^^^^ double-lookup minor
            self.seen.insert(id);
            self.note(id);
        }
    }

    fn owners(&self, id: u64) -> usize {
        if self.nodes.contains_key(&id) {
        //~^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-lookup minor
            return self.nodes[&id].owners;
        }
        0
    }

    fn remove(&mut self, id: &u64) -> Option<Node> {
        if self.nodes.contains_key(id) {
        //~^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-lookup minor
            self.nodes.remove(id)
        } else {
            None
        }
    }

    fn release(&mut self, id: u64) {
        let node = self.nodes.get(&id).expect("a node");
        //~        ^^^^^^^^^^^^^^^^^^^ double-lookup minor
        let owners = node.owners;
        if owners > 1 {
            self.nodes.get_mut(&id).expect("a node").owners = owners - 1;
        }
    }
}
