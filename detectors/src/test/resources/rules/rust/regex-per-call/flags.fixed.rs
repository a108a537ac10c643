//@ path: lib/llm/src/preprocessor/tools.rs
//! Regular expressions that are compiled again and again.

use regex::{Regex, RegexBuilder, RegexSet};

const CALL: &str = r"<tool_call>(.*?)</tool_call>";

fn is_name(name: &str) -> bool {
    // Names are identifiers.
    static RE: std::sync::LazyLock<Regex> =
        std::sync::LazyLock::new(|| Regex::new(r"^[a-z_]+$").unwrap());
    let re = &*RE;
    re.is_match(name)
}

fn calls(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        static PATTERN: std::sync::LazyLock<Regex> =
            std::sync::LazyLock::new(|| Regex::new(CALL).expect("a valid pattern"));
        let pattern = &*PATTERN;
        for hit in pattern.captures_iter(line) {
            found.push(hit[1].to_string());
        }
    }
    found
}

fn clean(text: &str) -> String {
    static PATTERN: std::sync::LazyLock<regex::Regex> =
        std::sync::LazyLock::new(|| regex::Regex::new(r"\s+").unwrap());
    let text = PATTERN.replace_all(text, " ");
    static PATTERN_2: std::sync::LazyLock<Regex> =
        std::sync::LazyLock::new(|| Regex::new(r"[^\x20-\x7e]").unwrap());
    PATTERN_2.replace_all(&text, "").into_owned()
}

fn stop(text: &str) -> bool {
    static STOP: std::sync::LazyLock<regex::Regex> =
        std::sync::LazyLock::new(|| RegexBuilder::new("stop|end").case_insensitive(true).build().unwrap());
    let stop = &*STOP;
    static ANY: std::sync::LazyLock<RegexSet> =
        std::sync::LazyLock::new(|| RegexSet::new(["a+", "b+"]).unwrap());
    let any = &*ANY;
    stop.is_match(text) || any.is_match(text)
}

fn count(re: &Regex, text: &str) -> usize {
    re.find_iter(text).count()
}

fn lent(text: &str) -> usize {
    static RE: std::sync::LazyLock<Regex> = std::sync::LazyLock::new(|| Regex::new("x").unwrap());
    let re = &*RE;
    println!("{}", re.is_match(text));
    count(&re, text) + elsewhere::count(text)
}

fn lent_elsewhere(text: &str) -> usize {
    let re = Regex::new("y").unwrap();
    elsewhere::count_with(&re, text)
}

fn checked(text: &str) -> Result<bool, regex::Error> {
    let re = Regex::new(r"\d+")?;
    Ok(re.is_match(text))
}

fn explained(text: &str) -> Result<bool, String> {
    Ok(Regex::new(r"\w+").map_err(|error| error.to_string())?.is_match(text))
}

// The pattern is the caller's: it can be kept compiled, but not in a static.
fn filtered(pattern: &str, names: &[String]) -> usize {
    let mut hits = 0;
    for name in names {
        if let Ok(re) = Regex::new(pattern) {
            hits += usize::from(re.is_match(name));
        }
    }
    hits
}

fn tagged(tag: &str, text: &str) -> bool {
    Regex::new(&format!("<{tag}>")).unwrap().is_match(text)
}
