//@ path: lib/kv-router/src/registry.rs
//! Strings that somebody needs, or that are made of something that is no text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Display;

struct Worker {
    id: u64,
    name: String,
    tags: Vec<String>,
}

struct Registry {
    workers: HashMap<String, Worker>,
    ids: HashMap<u64, String>,
    pairs: HashSet<(String, u64)>,
    current: String,
    log: String,
}

#[derive(PartialEq)]
enum Role {
    Prefill,
}

impl Registry {
    // A number has no text to borrow.
    fn by_id(&self, id: u64) -> Option<&Worker> {
        self.workers.get(&id.to_string())
    }

    fn lent(&self, worker: &Worker) -> usize {
        worker.id.to_string().len() + measure(&worker.id.to_string())
    }

    fn anything<T: Display>(&self, thing: T) -> bool {
        self.workers.contains_key(&thing.to_string()) && self.current == thing.to_string()
    }

    // Stored, sent away or returned: these must own it.
    fn keep(&mut self, name: &str, worker: Worker) -> String {
        self.workers.insert(name.to_string(), worker);
        self.ids.entry(1).or_insert_with(|| name.to_owned());
        let kept = name.to_string();
        std::thread::spawn(move || println!("{kept}"));
        self.current = name.to_string();
        format!("{name}")
    }

    // A key of two parts cannot be borrowed in parts.
    fn paired(&self, name: &str) -> bool {
        self.pairs.contains(&(name.to_string(), 1))
    }

    // The copy keeps the map free for the change.
    fn drop_first(&mut self) {
        let Some(first) = self.workers.keys().next() else { return };
        self.workers.remove(&first.to_string());
    }

    fn drop_current(&mut self) {
        let current = self.current.as_str();
        self.forget(&current.to_string());
        self.log.push_str(&self.log.to_string());
    }

    fn drop_listed(&mut self, names: Vec<&str>, current: &mut String) {
        for name in &names {
            current.push_str(&name.to_string());
        }
        let log = &self.log;
        self.forget(&log.to_string());
    }

    fn forget(&mut self, name: &str) {
        self.workers.remove(name);
    }

    fn replay(&mut self) {
        for line in self.log.to_string().lines() {
            self.current.push_str(line);
            self.log.push('\n');
        }
        match self.current.to_string().as_str() {
            "prefill" => self.current.clear(),
            _ => self.current.push('x'),
        }
    }
}

fn measure(text: &str) -> usize {
    text.len()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn extend(text: &str, log: &mut String) {
    log.push_str(text);
}

fn consume(text: &str, log: String) -> usize {
    text.len() + log.len()
}

// The copies keep the log free to be changed or moved.
fn doubled(registry: &mut Registry, mut log: String, shared: &mut String) -> usize {
    extend(&log.to_string(), &mut log);
    extend(&shared.to_string(), shared);
    match first_word(&registry.current.to_string()) {
        "prefill" => registry.current.clear(),
        word => registry.log = word.to_owned(),
    }
    for part in log.clone().split(&registry.current.to_string()) {
        registry.current.push_str(part);
    }
    consume(&log.to_string(), log)
}

fn by_string(name: &String) -> usize {
    name.len()
}

fn generic<T: AsRef<[u8]>>(key: &T) -> usize {
    key.as_ref().len()
}

// What is called asks for a `String`, or may do so.
fn handed_over(name: &str, registry: &Client) -> usize {
    registry.free(&name.to_string());
    generic(&name.to_string()) + by_string(&name.to_string())
}

fn changed(name: &str) -> String {
    let mut copy = name.to_string();
    copy.push('!');
    let bytes = name.to_string().into_bytes();
    format!("{copy}{name}{}", bytes.len())
}

fn owned_elements(names: &[&str], role: Role) -> (Vec<String>, bool) {
    let all = names.iter().map(|name| name.to_string()).collect();
    (all, role == Role::Prefill)
}

fn errors(error: &std::io::Error, text: Cow<'_, str>) -> bool {
    error.to_string().contains("refused") && measure(&error.to_string()) > 3 && measure(&text) > 1
}

fn other_string() -> bool {
    mod own {
        pub struct String(usize);

        impl String {
            pub fn from(text: &str) -> Self {
                Self(text.len())
            }

            pub fn len(&self) -> usize {
                self.0
            }
        }
    }
    own::String::from("x").len() > 1
}

fn borrowed(registry: &Registry, name: &str) -> bool {
    registry.workers.contains_key(name) && registry.current == name && registry.current.as_str() != "x"
}

fn recorded(route: &'static str, user: &str, shown: String) {
    counter!("requests_total", "route" => route, "user" => intern(user), "shown" => shown).increment(1);
    histogram!("sizes", "size" => user.len().to_string()).record(1.0);
    ours!("requests_total", "route" => route.to_string());
}

fn folded(name: &str, other: &str, letter: u8) -> Option<String> {
    let lower = name.to_lowercase();
    if lower == "host" {
        return Some(lower);
    }
    let word = other.to_lowercase();
    let shown = format!("{word}!");
    match name.to_lowercase().as_str() {
        "accept" => Some(shown),
        rest if letter.to_ascii_lowercase() == b'x' => Some(rest.to_string()),
        _ => (other.to_lowercase() == name.to_lowercase()).then_some(word),
    }
}

fn hashed(url: &str, copy: u32, hashes: &mut HashMap<String, u64>) -> u64 {
    let key = format!("{url}#{copy}");
    let position = hash_position(&key);
    hashes.insert(key, position);
    let shown = format!("{url}#{copy}");
    show(&shown);
    let twice = format!("{url}+{copy}");
    hash_position(&twice) ^ hash_position(&twice)
}
