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
    count + keep(tokens.clone())
    //~          ^^^^^^^^^^^^^^ redundant-clone moderate
}

fn labelled(name: &str, batch: &mut Batch) {
    let label = format!("worker-{name}");
    batch.names.push(label.clone());
    //~              ^^^^^^^^^^^^^ redundant-clone minor
}

fn field(request: Request, batch: &mut Batch) {
    if request.name.is_empty() {
        return;
    }
    batch.tokens.push(request.tokens.clone());
    //~               ^^^^^^^^^^^^^^^^^^^^^^ redundant-clone moderate
}

fn branch(name: String, hidden: bool) -> String {
    if hidden {
        "hidden".to_string()
    } else {
        name.clone()
//~     ^^^^^^^^^^^^ redundant-clone minor
    }
}

fn commented(name: String, batch: &mut Batch) {
    batch.names.push(name /* the last mention */.clone());
    //~              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-clone minor
}

fn per_turn(batch: &mut Batch, count: usize) {
    for number in 0..count {
        let name = number.to_string();
        batch.names.push(name.clone());
        //~              ^^^^^^^^^^^^ redundant-clone minor
    }
}

fn fresh(name: &str, parts: &[String]) -> Vec<String> {
    let joined = parts.join("-").clone();
    //~          ^^^^^^^^^^^^^^^^^^^^^^^ redundant-clone minor
    let lower = name.to_lowercase().clone();
    //~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-clone minor
    vec![joined, lower, name.to_string().clone(), format!("<{name}>").clone()]
    //~                                 ^^^^^^^^ redundant-clone minor
}


fn selected(names: Vec<String>) -> Vec<String> {
    names.iter().filter(|name| !name.is_empty()).cloned().collect()
    //~                                          ^^^^^^ redundant-clone minor
}

impl Batch {
    fn all(&self) -> Vec<u32> {
        self.tokens.concat()
    }

    fn total(&self) -> usize {
        keep(self.all().clone())
        //~  ^^^^^^^^^^^^^^^^^^ redundant-clone moderate
    }
}
