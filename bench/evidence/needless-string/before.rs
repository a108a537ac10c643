//! Looks names up by copies of them.

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

fn find(workers: &HashMap<String, u64>, name: &str) -> u64 {
    workers.get(&name.to_string()).copied().unwrap_or(0)
}

fn is_annotated(annotations: &[String], annotation: &str) -> bool {
    annotations.contains(&annotation.to_string())
}

fn main() {
    let names: Vec<String> = (0..64).map(|number| format!("dynamo/backend/decode-worker-{number:04}")).collect();
    let workers: HashMap<String, u64> = names.iter().map(|name| (name.clone(), name.len() as u64)).collect();
    let annotations = vec!["formatted_prompt".to_string(), "token_ids".to_string(), "llm_metrics".to_string()];
    let mut total = 0;
    for _ in 0..100_000 {
        for name in &names {
            total += find(black_box(&workers), black_box(name));
            total += u64::from(is_annotated(black_box(&annotations), black_box(name)));
        }
    }
    println!("{total}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
