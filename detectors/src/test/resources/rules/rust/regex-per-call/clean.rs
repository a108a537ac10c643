//@ path: lib/llm/src/preprocessor/tools.rs
//! Regular expressions that are compiled once, or kept by what they are made for.

use regex::Regex;
use std::sync::{LazyLock, OnceLock};

static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[a-z_]+$").unwrap());

lazy_static::lazy_static! {
    static ref WORD: Regex = Regex::new(r"\w+").unwrap();
}

fn word(text: &str) -> bool {
    static LOCAL: OnceLock<Regex> = OnceLock::new();
    LOCAL.get_or_init(|| Regex::new(r"\w").unwrap()).is_match(text) && NAME.is_match(text) && WORD.is_match(text)
}

struct Parser {
    start: Regex,
    ends: Vec<Regex>,
}

impl Parser {
    fn new(tag: &str) -> Self {
        let start = Regex::new(tag).unwrap();
        assert!(start.is_match(tag));
        Self { start, ends: Vec::new() }
    }

    fn from_tags(tags: &[String]) -> Parser {
        Parser { start: Regex::new(&tags[0]).unwrap(), ends: Vec::new() }
    }

    fn for_tag(tag: &str) -> Option<Self> {
        let start = Regex::new(tag).ok()?;
        start.is_match(tag).then(|| Self { start, ends: Vec::new() })
    }

    fn add(&mut self, tag: &str) {
        let end = Regex::new(tag).unwrap();
        self.ends.push(end);
    }

    fn restart(&mut self, tag: &str) {
        self.start = Regex::new(tag).unwrap();
    }
}

fn pattern_of(tag: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!("<{tag}>"))
}

// Checks a pattern and matches nothing with it.
fn check(pattern: &str) -> Result<(), String> {
    Regex::new(pattern).map_err(|error| error.to_string())?;
    Ok(())
}

fn kept(tag: &str) -> Parser {
    let start = Regex::new(tag).unwrap();
    Parser { start, ends: Vec::new() }
}

fn refused(text: &str) -> Result<(), String> {
    if text.is_empty() {
        let re = Regex::new("x").unwrap();
        return Err(format!("{}", re.is_match(text)));
    }
    Ok(())
}

fn main() {
    let re = Regex::new("x").unwrap();
    println!("{}", re.is_match("x"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches() {
        let re = Regex::new("x").unwrap();
        assert!(re.is_match("x"));
    }
}

// Something else that is called like it.
mod cheap {
    struct Regex;

    fn find(text: &str) -> bool {
        let re = Regex::new("x").unwrap();
        re.is_match(text)
    }
}
