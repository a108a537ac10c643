//@ path: lib/kv-router/src/indexer/direct.rs
//! The same scans over what comes by the thousands and over what there is little of.

pub struct Cache {
    resident: Vec<u64>,
    stop_token_ids: Vec<u32>,
    waiting: Vec<Request>,
    most_waiting: usize,
    buffer: String,
}

pub struct Request {
    id: u64,
    tokens: Vec<u32>,
}

impl Cache {
    fn resident_of(&self, block_hashes: &[u64], requested: &[u64]) -> usize {
        requested.iter().filter(|id| block_hashes.contains(id)).count()
        //~                          ^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn known(&self, hashes: &[u64]) -> usize {
        hashes.iter().filter(|hash| self.resident.contains(hash)).count()
        //~                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn stops(&self, answer: &[u32]) -> usize {
        answer.iter().filter(|token| self.stop_token_ids.contains(token)).count()
        //~                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
    }

    fn finish(&mut self, finished_ids: &[u64]) {
        self.waiting.retain(|request| !finished_ids.contains(&request.id));
        //~                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
    }

    fn add(&mut self, request: Request, max_waiting: usize) {
        if self.waiting.len() >= max_waiting {
            self.waiting.remove(0);
        }
        if self.waiting.len() >= self.most_waiting {
            self.waiting.remove(0);
        }
        self.waiting.push(request);
    }

    fn next(&mut self) -> Request {
        self.waiting.remove(0)
//~     ^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn first_request(&mut self, request: Request) {
        self.waiting.insert(0, request);
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
    }

    /// Frame after frame of whatever has arrived.
    fn frames(&mut self) -> usize {
        let mut frames = 0;
        while let Some(end) = self.buffer.find("\n\n") {
            self.buffer.drain(..end + 2);
//~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
            frames += 1;
        }
        frames
    }

    /// A few tokens, in one state or another.
    fn parse(&mut self, thinking: bool) -> bool {
        while !self.buffer.is_empty() {
            if thinking {
                self.buffer.drain(..7);
//~             ^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
            }
        }
        thinking
    }

    fn tokens_of(&self, wanted: &[u64]) -> usize {
        let mut tokens = 0;
        for id in wanted {
            if let Some(request) = self.waiting.iter().find(|request| request.id == *id) {
            //~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
                tokens += request.tokens.len();
            }
        }
        tokens
    }
}

const DELIMITER: &str = "<|tool|>";

fn calls(text: &str) -> usize {
    let mut at = 0;
    for _ in text.split(DELIMITER) {
        at += DELIMITER.chars().count();
    }
    at
}
