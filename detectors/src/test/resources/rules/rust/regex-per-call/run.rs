//! Prints the same whether the expressions are compiled on each call or once; `regex` stands in for the crate.

mod regex {
    pub struct Regex {
        text: String,
    }

    #[derive(Debug)]
    pub struct Error;

    impl Regex {
        pub fn new(pattern: &str) -> Result<Self, Error> {
            Ok(Self { text: pattern.to_owned() })
        }

        pub fn is_match(&self, text: &str) -> bool {
            text.contains(&self.text)
        }

        pub fn replace_all(&self, text: &str, with: &str) -> String {
            text.replace(&self.text, with)
        }
    }

    pub struct RegexBuilder {
        text: String,
    }

    impl RegexBuilder {
        pub fn new(pattern: &str) -> Self {
            Self { text: pattern.to_owned() }
        }

        pub fn case_insensitive(&mut self, yes: bool) -> &mut Self {
            if yes {
                self.text = self.text.to_lowercase();
            }
            self
        }

        pub fn build(&self) -> Result<Regex, Error> {
            Regex::new(&self.text)
        }
    }
}

use regex::{Regex, RegexBuilder};

const NAME: &str = "name";

fn stops(text: &str) -> bool {
    let re = Regex::new("stop").unwrap();
    let other = RegexBuilder::new("END").case_insensitive(true).build().expect("a valid pattern");
    re.is_match(text) || other.is_match(text)
}

fn tidy(text: &str) -> String {
    let text = regex::Regex::new("  ").unwrap().replace_all(text, " ");
    Regex::new(NAME).unwrap().replace_all(&text, "<name>")
}

fn matches(re: &Regex, text: &str) -> bool {
    re.is_match(text)
}

fn counts(texts: &[&str]) -> usize {
    texts
        .iter()
        .filter(|text| {
            let re = Regex::new("a").unwrap();
            matches(&re, text)
        })
        .count()
}

fn main() {
    for text in ["go on", "stop it", "the end"] {
        println!("{} {}", stops(text), tidy(text));
    }
    println!("{} {}", counts(&["a", "b", "ab"]), tidy("my  name"));
}
