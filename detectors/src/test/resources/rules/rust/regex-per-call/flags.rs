//@ path: lib/llm/src/preprocessor/tools.rs
//! Regular expressions that are compiled again and again.

use regex::{Regex, RegexBuilder, RegexSet};

const CALL: &str = r"<tool_call>(.*?)</tool_call>";

fn is_name(name: &str) -> bool {
    // Names are identifiers.
    let re = Regex::new(r"^[a-z_]+$").unwrap();
    //~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    re.is_match(name)
}

fn calls(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let pattern = Regex::new(CALL).expect("a valid pattern");
        //~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call moderate
        for hit in pattern.captures_iter(line) {
            found.push(hit[1].to_string());
        }
    }
    found
}

fn clean(text: &str) -> String {
    let text = regex::Regex::new(r"\s+").unwrap().replace_all(text, " ");
    //~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    Regex::new(r"[^\x20-\x7e]").unwrap().replace_all(&text, "").into_owned()
//~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
}

fn stop(text: &str) -> bool {
    let stop = RegexBuilder::new("stop|end").case_insensitive(true).build().unwrap();
    //~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    let any = RegexSet::new(["a+", "b+"]).unwrap();
    //~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    stop.is_match(text) || any.is_match(text)
}

fn count(re: &Regex, text: &str) -> usize {
    re.find_iter(text).count()
}

fn lent(text: &str) -> usize {
    let re = Regex::new("x").unwrap();
    //~      ^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    println!("{}", re.is_match(text));
    count(&re, text) + elsewhere::count(text)
}

fn lent_elsewhere(text: &str) -> usize {
    let re = Regex::new("y").unwrap();
    //~      ^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    elsewhere::count_with(&re, text)
}

fn checked(text: &str) -> Result<bool, regex::Error> {
    let re = Regex::new(r"\d+")?;
    //~      ^^^^^^^^^^^^^^^^^^^ regex-per-call minor
    Ok(re.is_match(text))
}

fn explained(text: &str) -> Result<bool, String> {
    Ok(Regex::new(r"\w+").map_err(|error| error.to_string())?.is_match(text))
    //~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
}

// The pattern is the caller's: it can be kept compiled, but not in a static.
fn filtered(pattern: &str, names: &[String]) -> usize {
    let mut hits = 0;
    for name in names {
        if let Ok(re) = Regex::new(pattern) {
        //~             ^^^^^^^^^^^^^^^^^^^ regex-per-call moderate
            hits += usize::from(re.is_match(name));
        }
    }
    hits
}

fn tagged(tag: &str, text: &str) -> bool {
    Regex::new(&format!("<{tag}>")).unwrap().is_match(text)
//~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-per-call minor
}
