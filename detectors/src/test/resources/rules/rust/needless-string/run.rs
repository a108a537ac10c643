//! Prints the same whether text is copied or borrowed.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

const DECODE: &str = "decode";

struct Registry {
    workers: HashMap<String, usize>,
    ordered: BTreeMap<String, usize>,
    names: HashSet<String>,
    annotations: Vec<String>,
    role: Arc<str>,
}

fn measure(text: &str) -> usize {
    text.len()
}

impl Registry {
    fn find(&self, name: &str) -> Option<usize> {
        self.workers.get(&name.to_string()).or(self.ordered.get(&String::from("first"))).copied()
    }

    fn forget(&mut self, name: &str, other: String) -> bool {
        let first = self.workers.remove(&name.to_owned());
        let second = self.ordered.remove(&other.to_string());
        if let Some(count) = self.workers.get_mut(&format!("{}", DECODE)) {
            *count += 1;
        }
        first.is_some() || second.is_some()
    }

    fn knows(&self, name: &str, names: &[&str]) -> bool {
        names.iter().any(|other| self.names.contains(&other.to_string()))
            || self.names.contains(&format!("{name}"))
            || self.annotations.contains(&name.to_string())
            || !self.annotations.contains(&"cold".to_string())
            || self.workers.contains_key(&self.role.to_string())
    }

    fn matches(&self, name: &String, role: &str) -> bool {
        *name == "first".to_string()
            || role == DECODE.to_string()
            || role == String::from("prefill")
            || "hybrid".to_string() == role
            || (role.len() > 2 && role[..2].to_string() == name.to_string())
    }

    fn sizes(&self, line: &str) -> (usize, u16, bool) {
        let words = line.to_string().split(' ').count();
        let port = line.to_owned().trim().parse::<u16>().unwrap_or(7);
        let lossy: Cow<str> = String::from_utf8_lossy(line.as_bytes());
        let kind = match line.to_string().as_str() {
            "8080" => 1,
            _ => measure(&lossy.to_string()) + measure(&self.role.to_string()),
        };
        (words + kind, port, line.to_string().ends_with(&"80".to_string()))
    }
}

fn joined(parts: &[String], separator: &str) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(&part.to_string());
        joined.push_str(&separator.to_string());
        joined.push_str(&"end".to_string());
    }
    joined
}

fn main() {
    let mut registry = Registry {
        workers: HashMap::from([("first".to_string(), 1), (DECODE.to_string(), 2)]),
        ordered: BTreeMap::from([("first".to_string(), 3)]),
        names: HashSet::from(["second".to_string()]),
        annotations: vec!["hot".to_string()],
        role: Arc::from("prefill"),
    };
    println!("{:?} {:?}", registry.find("first"), registry.find("none"));
    println!("{} {}", registry.knows("hot", &["x"]), registry.knows("second", &[]));
    println!("{} {}", registry.matches(&"first".to_owned(), ""), registry.matches(&"x".to_owned(), "prefill"));
    println!("{:?} {:?}", registry.sizes("8080"), registry.sizes("one two"));
    println!("{} {}", registry.forget("first", "first".to_owned()), joined(&["a".to_owned()], "-"));
    println!("{:?}", registry.find(DECODE));
}
