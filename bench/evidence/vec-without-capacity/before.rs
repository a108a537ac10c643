//! Collects the hashes of a request's blocks from empty.

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts the requests for memory.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        System.alloc(layout)
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        System.realloc(pointer, layout, size)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        System.dealloc(pointer, layout)
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Block {
    hash: u64,
    tokens: u32,
}

fn hashes_of(blocks: &[Block]) -> Vec<u64> {
    let mut hashes = Vec::new();
    for block in blocks {
        hashes.push(block.hash);
    }
    hashes
}

fn sizes_of(blocks: &[Block]) -> HashMap<u64, u32> {
    let mut sizes = HashMap::new();
    for block in blocks {
        sizes.insert(block.hash, block.tokens);
    }
    sizes
}

fn main() {
    let blocks: Vec<Block> = (0..1024u64).map(|number| Block { hash: number.wrapping_mul(0x9e3779b97f4a7c15), tokens: 16 }).collect();
    let mut total = 0;
    for _ in 0..2000 {
        total += black_box(hashes_of(black_box(&blocks))).len();
        total += black_box(sizes_of(black_box(&blocks))).len();
    }
    println!("{total}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
