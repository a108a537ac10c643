//! Keeps the blocks whose hash is in a set.

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::HashSet;
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

fn retain(blocks: &mut Vec<u64>, hashes: &[u64]) {
    let hashes: HashSet<u64> = hashes.iter().copied().collect();
    blocks.retain(|block| hashes.contains(block));
}

fn main() {
    let hashes: Vec<u64> = (0..1000u64).map(|number| number * 7).collect();
    let mut total = 0;
    for _ in 0..500 {
        let mut blocks: Vec<u64> = (0..2000).collect();
        retain(&mut blocks, black_box(&hashes));
        total += black_box(&blocks).len();
    }
    println!("{total}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
