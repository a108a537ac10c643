//! Makes all keys in one buffer.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write;
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

fn hash_of(key: &str) -> u64 {
    key.bytes().fold(14695981039346656037, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(1099511628211))
}

fn places(name: &str) -> u64 {
    let mut sum = 0u64;
    let mut key = String::new();
    for number in 0..1000 {
        key.clear();
        let _ = write!(key, "{name}#{number}");
        sum = sum.wrapping_add(hash_of(&key));
    }
    sum
}

fn main() {
    let mut total = 0u64;
    for _ in 0..3000 {
        total = total.wrapping_add(places(black_box("http://worker-17:8000")));
    }
    println!("{total}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
