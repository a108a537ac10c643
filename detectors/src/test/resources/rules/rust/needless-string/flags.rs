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
        self.workers.get(&name.to_string())
        //~               ^^^^^^^^^^^^^^^^ needless-string minor
    }

    fn knows(&self, worker: &Worker) -> bool {
        self.names.contains(&worker.name.to_string())
        //~                  ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
            && self.workers.contains_key(&String::from("default"))
            //~                           ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
            && self.ordered.contains(&worker.role.to_string())
            //~                       ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
            && self.names.contains(&format!("{}", PREFILL))
            //~                     ^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    }

    fn forget(&mut self, name: &str) {
        self.workers.remove(&name.to_owned());
        //~                  ^^^^^^^^^^^^^^^ needless-string minor
        self.names.remove(&format!("{name}"));
        //~                ^^^^^^^^^^^^^^^^^ needless-string minor
    }

    fn is_annotated(&self, annotation: &str) -> bool {
        self.annotations.as_ref().map(|annotations| annotations.contains(&annotation.to_string())).unwrap_or(false)
        //~                                                               ^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    }

    fn accepts(&self, worker: &Worker) -> bool {
        accepts(&worker.name.to_string()) && self.is_annotated(&"hot".to_string())
        //~      ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
        //~                                                     ^^^^^^^^^^^^^^^^^ needless-string minor
    }

    fn names(&self) -> Vec<String> {
        self.names.iter().cloned().collect()
    }

    fn owns(&self, name: &str) -> bool {
        self.names().contains(&name.to_string())
        //~                    ^^^^^^^^^^^^^^^^ needless-string minor
    }
}

fn compared(worker: &Worker, role: &str, mode: String) -> bool {
    worker.name == "default".to_string()
    //~            ^^^^^^^^^^^^^^^^^^^^^ needless-string minor
        || role == String::from("decode")
        //~        ^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
        || worker.name != mode.to_string()
        //~               ^^^^^^^^^^^^^^^^ needless-string minor
        || "hybrid".to_string() == mode
        //~^^^^^^^^^^^^^^^^^^^^ needless-string minor
}

fn prefixed(name: &str, other: &str) -> bool {
    name[..3].to_string() == other.to_string()
//~ ^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    //~                      ^^^^^^^^^^^^^^^^^ needless-string minor
}

fn looked_at(worker: &Worker, line: &str) -> usize {
    let words = line.to_string().split(' ').count();
    //~         ^^^^^^^^^^^^^^^^ needless-string minor
    let port = line.to_owned().trim().parse::<u16>().unwrap_or(0);
    //~        ^^^^^^^^^^^^^^^ needless-string minor
    let starts = worker.name.to_string().starts_with(&"decode-".to_string());
    //~          ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    //~                                               ^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    let text: Cow<str> = String::from_utf8_lossy(line.as_bytes());
    match line.to_string().as_str() {
    //~   ^^^^^^^^^^^^^^^^ needless-string minor
        "prefill" => words,
        "decode" => usize::from(port),
        _ => usize::from(starts) + text.to_string().len() + "text".to_string().len(),
        //~                        ^^^^^^^^^^^^^^^^ needless-string minor
        //~                                                 ^^^^^^^^^^^^^^^^^^ needless-string minor
    }
}

fn joined(parts: &[String], separator: &str) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(&part.to_string());
        //~              ^^^^^^^^^^^^^^^^ needless-string minor
        joined.push_str(&separator.to_string());
        //~              ^^^^^^^^^^^^^^^^^^^^^ needless-string minor
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
        self.text.push_str(&word.to_string());
        //~                 ^^^^^^^^^^^^^^^^ needless-string minor
        self.text.push_str(&self.last.to_string());
        //~                 ^^^^^^^^^^^^^^^^^^^^^ needless-string minor
        Some(self.text.len())
    }
}

fn forgotten(registry: &mut Registry, names: Vec<String>) {
    for name in &names {
        registry.names.remove(&name.to_string());
        //~                    ^^^^^^^^^^^^^^^^ needless-string minor
    }
}

// The type of the request is declared elsewhere, but whatever it is has a `contains` that takes text.
fn is_asked_for(request: &Request, name: &str) -> bool {
    request.names.contains(&name.to_string())
    //~                     ^^^^^^^^^^^^^^^^ needless-string minor
}

// A label takes a text that lives as long as the program, or an `Arc<str>`, without a copy.
fn record(route: &str, kind: &'static str, status: u16) {
    counter!("requests_total", "route" => route.to_string(), "kind" => kind.to_owned(), "status" => status.to_string())
    //~                                   ^^^^^^^^^^^^^^^^^ needless-string minor
    //~                                                                ^^^^^^^^^^^^^^^ needless-string minor
        .increment(1);
}

fn is_forwarded(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    //~         ^^^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    matches!(lower.as_str(), "authorization" | "traceparent") || lower.starts_with("x-request-")
}

fn is_streamed(worker: &Worker, mode: &str) -> bool {
    match mode.to_lowercase().as_str() {
    //~   ^^^^^^^^^^^^^^^^^^^ needless-string minor
        "sse" | "stream" => true,
        _ => worker.name.to_uppercase() == "STREAM",
        //~  ^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
    }
}

fn ring(urls: &[String]) -> Vec<u64> {
    let mut positions = Vec::with_capacity(urls.len() * 16);
    for url in urls {
        for copy in 0..16 {
            let key = format!("{url}#{copy}");
            //~       ^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
            positions.push(hash_position(&key));
        }
    }
    positions
}

fn prefix(model: &str, prompt: &str, hasher: &mut blake3::Hasher) {
    hasher.update(format!("{}:{}", model, prompt).as_bytes());
    //~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-string minor
}
