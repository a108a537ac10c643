//! Compiles a pattern on each call.

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

/// A small regular expression: sets of bytes, each once, or repeated with `*` or `+`, compiled to an automaton with one row a state.
struct Automaton {
    rows: Vec<[u64; 256]>,
    accepting: u64,
}

impl Automaton {
    /// Compiles a pattern such as `[a-z_]+:[0-9]*;`.
    fn new(pattern: &str) -> Automaton {
        let mut items: Vec<(Vec<bool>, char)> = Vec::new();
        let bytes = pattern.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let mut set = vec![false; 256];
            if bytes[at] == b'[' {
                at += 1;
                while bytes[at] != b']' {
                    let last = if bytes[at + 1] == b'-' { bytes[at + 2] } else { bytes[at] };
                    for byte in bytes[at]..=last {
                        set[byte as usize] = true;
                    }
                    at += if last == bytes[at] { 1 } else { 3 };
                }
            } else {
                set[bytes[at] as usize] = true;
            }
            at += 1;
            let repeat = bytes.get(at).filter(|byte| matches!(byte, b'*' | b'+'));
            at += usize::from(repeat.is_some());
            items.push((set, repeat.map_or('1', |byte| *byte as char)));
        }
        let mut rows = vec![[0u64; 256]; items.len() + 1];
        for state in 0..items.len() {
            for byte in 0..256 {
                let mut from = state;
                if from > 0 && items[from - 1].1 != '1' && items[from - 1].0[byte] {
                    rows[state][byte] |= 1 << from;
                }
                while from < items.len() {
                    if items[from].0[byte] {
                        rows[state][byte] |= 1 << (from + 1);
                    }
                    if items[from].1 != '*' {
                        break;
                    }
                    from += 1;
                }
            }
        }
        let last = items.len();
        for byte in 0..256 {
            if last > 0 && items[last - 1].1 != '1' && items[last - 1].0[byte] {
                rows[last][byte] |= 1 << last;
            }
        }
        let mut accepting = 1u64 << last;
        for state in (0..last).rev() {
            if items[state].1 != '*' {
                break;
            }
            accepting |= 1 << state;
        }
        Automaton { rows, accepting }
    }

    fn is_match(&self, text: &str) -> bool {
        let mut states = 1u64;
        for byte in text.bytes() {
            let mut next = 0;
            let mut left = states;
            while left != 0 {
                next |= self.rows[left.trailing_zeros() as usize][byte as usize];
                left &= left - 1;
            }
            states = next;
        }
        states & self.accepting != 0
    }
}

fn is_tool_name(name: &str) -> bool {
    let re = Automaton::new(r"[a-z_]+:[a-z0-9_]*[0-9]");
    re.is_match(name)
}

fn main() {
    let names = ["get_weather:v1", "search_the_web:2024", "Not a name", "call:me"];
    let mut hits = 0;
    for _ in 0..20_000 {
        for name in names {
            hits += usize::from(black_box(is_tool_name(black_box(name))));
        }
    }
    println!("{hits}");
    eprintln!("allocations={}", ALLOCATIONS.load(Ordering::Relaxed));
}
