//! Moves the pending text out and borrows the weights.

use std::alloc::{GlobalAlloc, Layout, System};
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

struct Decoder {
    pending: String,
    weights: Vec<f32>,
}

impl Decoder {
    fn flush(&mut self) -> String {
        std::mem::take(&mut self.pending)
    }

    fn ends(&self) -> f32 {
        let weights = &self.weights;
        weights[0] + weights[weights.len() - 1]
    }
}

fn main() {
    let mut decoder = Decoder { pending: String::new(), weights: vec![0.5; 4096] };
    let mut length = 0;
    let mut sum = 0.0;
    for step in 0..100_000 {
        decoder.pending = "a text that waits for its stop sequence ".repeat(1 + step % 4);
        length += black_box(decoder.flush()).len();
        sum += black_box(&decoder).ends();
    }
    println!("{length} {sum}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
