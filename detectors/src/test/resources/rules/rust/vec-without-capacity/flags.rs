//@ path: lib/kv-router/src/indexer/lookup.rs
//! Collections that grow from empty though the loop that fills them has a known number of turns.

use std::collections::{HashMap, VecDeque};

struct Block {
    hash: u64,
    tokens: Vec<u32>,
}

struct Indexer {
    blocks: Vec<Block>,
    depth: usize,
    lanes: u32,
}

const SHARDS: usize = 16;

fn hashes_of(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    //~              ^^^^^^^^^^ vec-without-capacity moderate
    for block in blocks {
        hashes.push(block.hash);
    }
    hashes
}

impl Indexer {
    fn lengths(&self) -> Vec<(usize, usize)> {
        let mut lengths: Vec<(usize, usize)> = Vec::new();
        //~                                    ^^^^^^^^^^ vec-without-capacity moderate
        // The order of the blocks is that of the prompt.
        for (place, block) in self.blocks.iter().enumerate() {
            let length = block.tokens.len();
            lengths.push((place, length));
        }
        lengths
    }

    fn by_hash(&self) -> HashMap<u64, &Block> {
        let mut by_hash = HashMap::new();
        //~               ^^^^^^^^^^^^^^ vec-without-capacity moderate
        for block in &self.blocks {
            by_hash.insert(block.hash, block);
        }
        by_hash
    }

    fn levels(&self) -> Vec<usize> {
        let mut levels = vec![];
        //~              ^^^^^^ vec-without-capacity minor
        for level in 0..self.depth {
            levels.push(level * 2);
        }
        levels
    }

    fn lane_numbers(&self) -> VecDeque<u32> {
        let mut lanes = VecDeque::<u32>::new();
        //~             ^^^^^^^^^^^^^^^^^^^^^^ vec-without-capacity minor
        for lane in (0..self.lanes).rev() {
            lanes.push_back(lane);
        }
        lanes
    }

    fn flattened(&self) -> Vec<Vec<u32>> {
        let mut all = Vec::new();
        //~           ^^^^^^^^^^ vec-without-capacity moderate
        for block in self.blocks.iter() {
            let mut copy = Vec::new();
            //~            ^^^^^^^^^^ vec-without-capacity significant
            for token in block.tokens.iter().copied() {
                copy.push(token);
            }
            all.push(copy);
        }
        all
    }
}

fn shards() -> Vec<String> {
    let mut names = Vec::new();
    //~             ^^^^^^^^^^ vec-without-capacity minor
    for shard in 0..SHARDS {
        names.push(format!("shard-{shard}"));
    }
    names
}

fn roles() -> Vec<usize> {
    let roles = ["prefill", "decode", "encode", "router", "frontend"];
    let mut lengths = Vec::new();
    //~               ^^^^^^^^^^ vec-without-capacity minor
    for role in roles {
        lengths.push(role.len());
    }
    lengths
}

fn owned(pairs: HashMap<u64, u32>) -> Vec<u32> {
    let mut counts = Vec::new();
    //~              ^^^^^^^^^^ vec-without-capacity minor
    for (_, count) in pairs {
        counts.push(count);
    }
    counts
}

// The type of the request is declared elsewhere: the fix needs a reader's eye.
fn names_of(request: &ChatRequest) -> Vec<String> {
    let mut names = Vec::new();
    //~             ^^^^^^^^^^ vec-without-capacity minor
    for tool in &request.tools {
        names.push(tool.name.clone());
    }
    names
}

// What is counted is made after the collection: there is no place for the number.
fn late(source: &Source) -> Vec<u64> {
    let mut hashes = Vec::new();
    //~              ^^^^^^^^^^ vec-without-capacity moderate
    let blocks: Vec<Block> = source.blocks();
    for block in blocks {
        hashes.push(block.hash);
    }
    hashes
}

fn block_hashes(tokens: &[u32], stride: usize) -> Vec<u64> {
    let mut hashes = Vec::new();
    //~              ^^^^^^^^^^ vec-without-capacity moderate
    let mut block = 0;
    let mut start = 0;
    while start + stride <= tokens.len() {
        hashes.push(u64::from(tokens[start]) + block);
        start += stride;
        block += 1;
    }
    hashes
}

// Beside the work of each turn, moving the list a few times is little.
fn resized(images: &[Image]) -> Vec<Image> {
    let mut smaller = Vec::new();
    //~               ^^^^^^^^^^ vec-without-capacity minor
    for image in images {
        smaller.push(resize(image, 336));
    }
    smaller
}
