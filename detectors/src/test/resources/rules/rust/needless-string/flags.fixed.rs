//@ path: lib/kv-router/src/registry.rs
//! Strings that are made only to be looked at.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

const PREFILL: &str = "prefill";

struct Worker {
    name: String,
    role: Arc<str>,
    labels: HashMap<String, String>,
    annotations: Vec<String>,
}

struct Registry {
    workers: HashMap<String, Worker>,
    names: HashSet<String>,
    ordered: BTreeSet<String>,
    annotations: Option<Vec<String>>,
}

fn accepts(name: &str) -> bool {
    !name.is_empty()
}

impl Registry {
    fn worker(&self, name: &str) -> Option<&Worker> {
        self.workers.get(name)
    }

    fn knows(&self, worker: &Worker) -> bool {
        self.names.contains(&worker.name)
            && self.workers.contains_key("default")
            && self.ordered.contains(&*worker.role)
            && self.names.contains(PREFILL)
    }

    fn forget(&mut self, name: &str) {
        self.workers.remove(name);
        self.names.remove(name);
    }

    fn is_annotated(&self, annotation: &str) -> bool {
        self.annotations.as_ref().map(|annotations| annotations.iter().any(|item| item == annotation)).unwrap_or(false)
    }

    fn accepts(&self, worker: &Worker) -> bool {
        accepts(&worker.name) && self.is_annotated("hot")
    }

    fn names(&self) -> Vec<String> {
        self.names.iter().cloned().collect()
    }

    fn owns(&self, name: &str) -> bool {
        self.names().iter().any(|item| item == name)
    }
}

fn compared(worker: &Worker, role: &str, mode: String) -> bool {
    worker.name == "default"
        || role == "decode"
        || worker.name != mode
        || "hybrid" == mode
}

fn prefixed(name: &str, other: &str) -> bool {
    &name[..3] == other
}

fn looked_at(worker: &Worker, line: &str) -> usize {
    let words = line.split(' ').count();
    let port = line.trim().parse::<u16>().unwrap_or(0);
    let starts = worker.name.starts_with("decode-");
    let text: Cow<str> = String::from_utf8_lossy(line.as_bytes());
    match line {
        "prefill" => words,
        "decode" => usize::from(port),
        _ => usize::from(starts) + text.len() + "text".len(),
    }
}

fn joined(parts: &[String], separator: &str) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
        joined.push_str(separator);
    }
    joined
}

struct Stream<'a> {
    worker: &'a Worker,
    text: String,
    last: String,
}

impl Stream<'_> {
    fn step(&mut self, token: usize) -> Option<usize> {
        let word = self.worker.annotations.get(token)?;
        self.text.push_str(word);
        self.text.push_str(&self.last);
        Some(self.text.len())
    }
}

fn forgotten(registry: &mut Registry, names: Vec<String>) {
    for name in &names {
        registry.names.remove(name);
    }
}

// The type of the request is declared elsewhere, but whatever it is has a `contains` that takes text.
fn is_asked_for(request: &Request, name: &str) -> bool {
    request.names.contains(&name.to_string())
}

// A label takes a text that lives as long as the program, or an `Arc<str>`, without a copy.
fn record(route: &str, kind: &'static str, status: u16) {
    counter!("requests_total", "route" => route.to_string(), "kind" => kind.to_owned(), "status" => status.to_string())
        .increment(1);
}

fn is_forwarded(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(lower.as_str(), "authorization" | "traceparent") || lower.starts_with("x-request-")
}

fn is_streamed(worker: &Worker, mode: &str) -> bool {
    match mode.to_lowercase().as_str() {
        "sse" | "stream" => true,
        _ => worker.name.to_uppercase() == "STREAM",
    }
}

fn ring(urls: &[String]) -> Vec<u64> {
    let mut positions = Vec::with_capacity(urls.len() * 16);
    for url in urls {
        for copy in 0..16 {
            let key = format!("{url}#{copy}");
            positions.push(hash_position(&key));
        }
    }
    positions
}

fn prefix(model: &str, prompt: &str, hasher: &mut blake3::Hasher) {
    hasher.update(format!("{}:{}", model, prompt).as_bytes());
}
