//@ path: lib/kv-router/src/indexer/direct.rs
//! Look-ups that go straight to the place, or through something short.

use std::collections::{HashMap, HashSet, VecDeque};

const ROLES: [&str; 3] = ["system", "user", "tool"];

struct Block {
    hash: u64,
}

struct Index {
    blocks: Vec<Block>,
    by_hash: HashMap<u64, usize>,
    queue: VecDeque<u64>,
}

impl Index {
    fn retain(&mut self, hashes: &HashSet<u64>) {
        self.blocks.retain(|block| hashes.contains(&block.hash));
    }

    fn once(&self, hashes: &[u64], hash: u64) -> bool {
        hashes.contains(&hash)
    }

    fn roles(&self, names: &[String]) -> usize {
        names.iter().filter(|name| ROLES.contains(&name.as_str())).count()
    }

    fn few(&self, names: &[u64]) -> usize {
        let known = [1, 2, 3];
        let listed = vec![4, 5];
        names.iter().filter(|name| known.contains(name) || listed.contains(*name)).count()
    }

    fn allowed(&self, names: &[String], allowed: &[&'static str]) -> usize {
        names.iter().filter(|name| allowed.contains(&name.as_str())).count()
    }

    fn substring(&self, names: &[String], part: &str) -> usize {
        names.iter().filter(|name| name.contains(part)).count()
    }

    fn ranges(&self, ids: &[u64]) -> usize {
        ids.iter().filter(|id| (1..9).contains(*id)).count()
    }

    fn next(&mut self) -> Option<u64> {
        self.queue.pop_front()
    }

    fn only(&self, mut found: Vec<u64>) -> Option<u64> {
        if found.len() == 1 { Some(found.remove(0)) } else { None }
    }

    fn with_first(&self, mut messages: Vec<String>) -> Vec<String> {
        messages.insert(0, "system".to_string());
        messages
    }

    fn by_key(&self, ids: &[u64]) -> usize {
        ids.iter().filter(|id| self.by_hash.get(id).is_some()).count()
    }

    fn shared(&self, groups: &[Vec<u64>], kinds: &[u64]) -> Option<u64> {
        kinds.iter().copied().find(|kind| self.blocks.iter().any(|block| block.hash == *kind))
    }

    fn own_list(&self, groups: &[Vec<u64>], id: u64) -> usize {
        let mut count = 0;
        for group in groups {
            if group.contains(&id) {
                count += 1;
            }
        }
        count
    }
}

const MOST: usize = 8;

struct Recent {
    ids: Vec<u64>,
}

impl Recent {
    fn push(&mut self, id: u64) {
        while self.ids.len() >= MOST {
            self.ids.remove(0);
        }
        self.ids.push(id);
    }
}

#[derive(PartialEq)]
enum ErrorKind {
    Busy,
    Gone,
}

fn is_retried(errors: &[ErrorKind], retried: &[ErrorKind]) -> bool {
    let mut found = false;
    for error in errors {
        found |= retried.contains(error);
    }
    found
}

fn first_known(ids: &[u64], healthy: &[u64]) -> Option<u64> {
    for id in ids {
        if healthy.contains(id) {
            return Some(*id);
        }
    }
    None
}

fn drained_once(buffer: &mut Vec<u8>, end: usize) {
    buffer.drain(..end);
}

fn all_taken(lists: &mut [Vec<u8>]) -> usize {
    let mut count = 0;
    for list in lists.iter_mut() {
        count += list.drain(..).count();
    }
    count
}

fn initial(names: &[String]) -> usize {
    names.iter().filter(|name| name.chars().next() == Some('a') || name.chars().nth(1) == Some('b')).count()
}

fn shrinking(text: &str) -> usize {
    let mut remaining = text;
    let mut total = 0;
    while !remaining.is_empty() {
        total += remaining.chars().count();
        remaining = &remaining[1..];
    }
    total
}

const MOST_GRAPHS: usize = 8;

struct Graphs {
    kept: Vec<u64>,
}

impl Graphs {
    fn keep(&mut self, graph: u64) {
        if self.kept.len() >= MOST_GRAPHS {
            self.kept.remove(0);
        }
        self.kept.push(graph);
    }
}
