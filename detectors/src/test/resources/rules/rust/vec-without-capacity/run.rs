//! Prints the same whether or not room is reserved.

use std::collections::{HashMap, VecDeque};

struct Block {
    hash: u64,
    tokens: Vec<u32>,
}

struct Index {
    blocks: Vec<Block>,
    lanes: u32,
}

impl Index {
    fn hashes(&self) -> Vec<u64> {
        let mut hashes = Vec::new();
        for block in &self.blocks {
            hashes.push(block.hash);
        }
        hashes
    }

    fn sizes(&self) -> HashMap<u64, usize> {
        let mut sizes = HashMap::new();
        for block in self.blocks.iter() {
            sizes.insert(block.hash, block.tokens.len());
        }
        sizes
    }

    fn lanes(&self) -> VecDeque<u32> {
        let mut lanes: VecDeque<u32> = VecDeque::new();
        for lane in 0..self.lanes {
            lanes.push_back(lane);
        }
        lanes
    }
}

fn doubled(values: Vec<u64>) -> Vec<u64> {
    let mut doubled = vec![];
    for (place, value) in values.into_iter().enumerate() {
        doubled.push(value * 2 + place as u64);
    }
    doubled
}

fn letters(codes: &mut [u8]) -> String {
    let mut letters = String::new();
    for code in codes.iter_mut() {
        *code += 1;
        letters.push(*code as char);
    }
    letters
}

fn main() {
    let mut blocks = Vec::with_capacity(20);
    for number in 0..20u32 {
        let tokens = vec![number; number as usize];
        blocks.push(Block { hash: u64::from(number) * 31, tokens });
    }
    let index = Index { blocks, lanes: 7 };
    let mut sizes: Vec<(u64, usize)> = index.sizes().into_iter().collect();
    sizes.sort_unstable();
    println!("{:?} {:?} {:?}", index.hashes(), sizes, index.lanes());
    println!("{:?} {}", doubled(vec![3, 1, 4]), letters(&mut [96, 97, 98]));
}
