//@ path: lib/kv-router/src/indexer/kept.rs
//! Copies whose originals are still needed, or not owned.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

#[derive(Clone)]
struct Request {
    name: String,
    tokens: Vec<u32>,
    shared: Arc<Vec<u32>>,
}

fn keep(tokens: Vec<u32>) -> usize {
    tokens.len()
}

fn pair<'a>(name: &'a str, tokens: Vec<u32>) -> (&'a str, Vec<u32>) {
    (name, tokens)
}

fn selected(names: Vec<String>) -> (Vec<String>, usize) {
    let chosen = names.iter().filter(|name| !name.is_empty()).cloned().collect();
    (chosen, names.len())
}

fn selected_from(names: &[String]) -> Vec<String> {
    names.iter().filter(|name| !name.is_empty()).cloned().collect()
}

fn used_again(tokens: Vec<u32>) -> usize {
    keep(tokens.clone()) + tokens.len()
}

fn named_in_a_message(name: String) -> String {
    let copy = name.clone();
    println!("{name}");
    copy
}

fn borrowed(tokens: &Vec<u32>, request: &Request) -> usize {
    keep(tokens.clone()) + keep(request.tokens.clone())
}

fn again_on_the_next_turn(tokens: Vec<u32>, workers: &[u64]) -> usize {
    let mut total = 0;
    for _ in workers {
        total += keep(tokens.clone());
    }
    total
}

fn captured(tokens: Vec<u32>) -> impl Fn() -> usize {
    move || keep(tokens.clone())
}

fn part_is_borrowed(request: Request) -> usize {
    let first = request.tokens.first();
    let count = keep(request.tokens.clone());
    count + first.map_or(0, |token| *token as usize)
}

fn matched(name: Option<String>) -> Option<String> {
    match name.as_deref() {
        Some(text) if text.is_empty() => None,
        Some(text) => {
            println!("{text}");
            name.clone()
        }
        None => None,
    }
}

fn same_statement(name: String, tokens: Vec<u32>) -> usize {
    let (text, list) = pair(&name, tokens);
    text.len() + list.len()
}

fn both(name: String) -> (usize, String) {
    (name.len(), name.clone())
}

fn behind_a_pointer(request: Arc<Request>, boxed: Box<Request>) -> usize {
    keep(request.tokens.clone()) + keep(boxed.tokens.clone())
}

fn counted(request: Request) -> Arc<Vec<u32>> {
    request.shared.clone()
}

fn guarded(names: &Mutex<Vec<String>>) -> Vec<String> {
    let guard = names.lock().unwrap();
    guard.clone()
}

fn kept_in_a_list<'a>(lists: &mut Vec<&'a Vec<u32>>, tokens: Vec<u32>) -> usize {
    keep(tokens.clone()) + lists.len() + tokens.len()
}

fn unknown(request: Elsewhere) -> usize {
    keep(request.tokens.clone())
}

impl Request {
    fn tokens(&self) -> &Vec<u32> {
        &self.tokens
    }

    fn copied(&self) -> Vec<u32> {
        self.tokens().clone()
    }
}
