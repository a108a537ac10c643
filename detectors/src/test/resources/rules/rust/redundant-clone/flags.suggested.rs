//@ path: lib/kv-router/src/indexer/moves.rs
//! Copies of what could be moved.

use std::collections::HashMap;

#[derive(Clone)]
struct Request {
    name: String,
    tokens: Vec<u32>,
}

struct Batch {
    names: Vec<String>,
    tokens: Vec<Vec<u32>>,
}

fn keep(tokens: Vec<u32>) -> usize {
    tokens.len()
}

fn whole(tokens: Vec<u32>) -> usize {
    let count = tokens.len();
    count + keep(tokens)
}

fn labelled(name: &str, batch: &mut Batch) {
    let label = format!("worker-{name}");
    batch.names.push(label);
}

fn field(request: Request, batch: &mut Batch) {
    if request.name.is_empty() {
        return;
    }
    batch.tokens.push(request.tokens);
}

fn branch(name: String, hidden: bool) -> String {
    if hidden {
        "hidden".to_string()
    } else {
        name
    }
}

fn commented(name: String, batch: &mut Batch) {
    batch.names.push(name /* the last mention */.clone());
}

fn per_turn(batch: &mut Batch, count: usize) {
    for number in 0..count {
        let name = number.to_string();
        batch.names.push(name);
    }
}

fn fresh(name: &str, parts: &[String]) -> Vec<String> {
    let joined = parts.join("-");
    let lower = name.to_lowercase();
    vec![joined, lower, name.to_string(), format!("<{name}>").clone()]
}


fn selected(names: Vec<String>) -> Vec<String> {
    names.iter().filter(|name| !name.is_empty()).cloned().collect()
}

impl Batch {
    fn all(&self) -> Vec<u32> {
        self.tokens.concat()
    }

    fn total(&self) -> usize {
        keep(self.all())
    }
}
