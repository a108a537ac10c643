//@ path: lib/kv-router/src/indexer/lookup.rs
//! Collections that are right to start empty.

use std::collections::{BTreeMap, HashMap};

struct Block {
    hash: u64,
    tokens: Vec<u32>,
    parent: Option<u64>,
}

fn reserved(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(blocks.len());
    for block in blocks {
        hashes.push(block.hash);
    }
    hashes
}

fn conditional(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    for block in blocks {
        if block.parent.is_none() {
            hashes.push(block.hash);
        }
    }
    hashes
}

fn skipping(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    for block in blocks {
        if block.parent.is_none() {
            continue;
        }
        hashes.push(block.hash);
    }
    hashes
}

fn leaving(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    for block in blocks {
        hashes.push(block.hash);
        if block.tokens.is_empty() {
            break;
        }
    }
    hashes
}

fn failing(blocks: &[Block]) -> Option<Vec<u64>> {
    let mut parents = Vec::new();
    for block in blocks {
        parents.push(block.parent?);
    }
    Some(parents)
}

fn ensuring(blocks: &[Block]) -> anyhow::Result<Vec<u64>> {
    let mut hashes = Vec::new();
    for block in blocks {
        anyhow::ensure!(!block.tokens.is_empty(), "an empty block");
        hashes.push(block.hash);
    }
    Ok(hashes)
}

fn unknown_number(text: &str, blocks: &[Block], turns: i32) -> (Vec<String>, Vec<u64>, Vec<i32>, Vec<u32>) {
    let mut words = Vec::new();
    for word in text.split(' ') {
        words.push(word.to_owned());
    }
    let mut hashes = Vec::new();
    for block in blocks.iter().filter(|block| block.hash > 7) {
        hashes.push(block.hash);
    }
    // A negative number of turns is none; as a capacity it would be enormous.
    let mut numbers = Vec::new();
    for number in 0..turns {
        numbers.push(number);
    }
    let mut tokens = Vec::new();
    for token in blocks.iter().flat_map(|block| block.tokens.iter()) {
        tokens.push(*token);
    }
    (words, hashes, numbers, tokens)
}

fn several(blocks: &[Block]) -> Vec<u64> {
    let mut numbers = Vec::new();
    for block in blocks {
        numbers.push(block.hash);
        numbers.push(block.tokens.len() as u64);
    }
    numbers
}

fn nested(blocks: &[Block]) -> Vec<u32> {
    let mut tokens = Vec::new();
    for block in blocks {
        for token in &block.tokens {
            tokens.push(*token);
        }
    }
    tokens
}

fn reused(batches: &[Vec<Block>]) -> usize {
    let mut total = 0;
    let mut hashes = Vec::new();
    for batch in batches {
        hashes.clear();
        for block in batch {
            hashes.push(block.hash);
        }
        total += hashes.len();
    }
    total
}

fn filled_before(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    hashes.push(0);
    for block in blocks {
        hashes.push(block.hash);
    }
    hashes
}

fn drained(blocks: &[Block], sink: &mut Sink) {
    let mut pending = Vec::new();
    for block in blocks {
        pending.push(block.hash);
        if pending.len() == 64 {
            sink.send(std::mem::take(&mut pending));
        }
    }
}

fn no_capacity(blocks: &[Block]) -> BTreeMap<u64, usize> {
    let mut sizes = BTreeMap::new();
    for block in blocks {
        sizes.insert(block.hash, block.tokens.len());
    }
    sizes
}

fn few_keys(blocks: &[Block]) -> HashMap<Option<u64>, usize> {
    let mut children = HashMap::new();
    for block in blocks {
        *children.entry(block.parent).or_insert(0) += 1;
    }
    children
}

// Waiting for each element, or starting a thread for it, takes far longer than moving a few of them.
async fn awaited(requests: Vec<Request>) -> Vec<Response> {
    let mut responses = Vec::new();
    for request in requests {
        responses.push(request.send().await);
    }
    responses
}

fn threads(workers: usize) -> Vec<std::thread::JoinHandle<()>> {
    let mut handles = Vec::new();
    for worker in 0..workers {
        handles.push(std::thread::spawn(move || serve(worker)));
    }
    handles
}

fn received(events_rx: &Receiver<u64>, retries: Option<u64>) -> (Vec<u64>, Vec<u64>) {
    let mut events = Vec::new();
    for event in events_rx.iter() {
        events.push(event);
    }
    let mut once = Vec::new();
    for retry in &retries {
        once.push(*retry);
    }
    (events, once)
}

// The first buffer of a `Vec` has room for four elements.
fn tiny(names: [u64; 3]) -> (Vec<u64>, Vec<usize>, Vec<usize>) {
    const LANES: usize = 4;
    let roles = ["prefill", "decode"];
    let mut numbers = Vec::new();
    for name in names {
        numbers.push(name);
    }
    let mut lengths = Vec::new();
    for role in roles.iter() {
        lengths.push(role.len());
    }
    let mut lanes = Vec::new();
    for lane in 0..LANES {
        lanes.push(lane);
    }
    (numbers, lengths, lanes)
}

// A type of the file's own that is only called like the standard one.
mod small {
    pub struct Vec(u8);

    pub fn fill(blocks: &[super::Block]) -> Vec {
        let mut all = Vec::new();
        for block in blocks {
            all.push(block.hash);
        }
        all
    }
}

fn strides(tokens: &[u32], mut queue: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let mut end = start + 1;
        while end < tokens.len() && tokens[end] == tokens[start] {
            end += 1;
        }
        runs.push(tokens[start]);
        start = end;
    }
    let mut taken = Vec::new();
    while taken.len() < 3 {
        taken.extend(queue.pop());
    }
    (runs, taken)
}
