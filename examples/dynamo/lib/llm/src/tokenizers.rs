//! Turns text into tokens and streamed tokens back into text.

use std::collections::HashMap;

/// A vocabulary of whole words.
pub struct WordTokenizer {
    ids: HashMap<String, u32>,
    words: Vec<String>,
    unknown: u32,
}

impl WordTokenizer {
    /// Numbers the words in their order.
    pub fn from_file(text: &str) -> Self {
        let mut words = Vec::new();
        for line in text.lines() {
            words.push(line.to_string());
        }
        let ids = words.iter().cloned().zip(0..).collect();
        WordTokenizer {
            ids,
            words,
            unknown: 0,
        }
    }

    /// The tokens of words that were split before.
    pub fn encode_words(&self, words: &[&str]) -> Vec<u32> {
        let mut tokens = Vec::new();
        for word in words {
            tokens.push(self.id_of(word));
        }
        tokens
    }

    /// The tokens of several texts.
    pub fn encode_batch(&self, texts: &[String]) -> Vec<Vec<u32>> {
        texts
            .iter()
            .map(|text| self.encode_words(&text.split(' ').collect::<Vec<_>>()))
            .collect()
    }

    fn id_of(&self, word: &str) -> u32 {
        *self.ids.get(&word.to_string()).unwrap_or(&self.unknown)
    }
}

/// The text of one answer, as it grows.
pub struct DecodeStream<'a> {
    tokenizer: &'a WordTokenizer,
    stop_words: Vec<String>,
    text: String,
}

impl<'a> DecodeStream<'a> {
    /// An empty answer.
    pub fn new(tokenizer: &'a WordTokenizer, stop_words: Vec<String>) -> Self {
        DecodeStream {
            tokenizer,
            stop_words,
            text: String::new(),
        }
    }

    /// Takes the next token; nothing when it ends the answer.
    pub fn step(&mut self, token: u32) -> Option<&str> {
        let word = self.tokenizer.words.get(token as usize)?;
        if self.stop_words.contains(word) {
            return None;
        }
        let start = self.text.len();
        self.text.push_str(&word.to_string());
        self.text.push(' ');
        Some(&self.text[start..])
    }
}
