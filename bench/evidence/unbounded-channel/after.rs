//! Events whose sender waits for a publisher that is half as fast.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

const EVENTS: u64 = 20_000;

/// What is allocated now, and the most that was at any time, in bytes.
static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let (sender, receiver) = mpsc::sync_channel(64);
    let publisher = thread::spawn(move || {
        let mut published = 0;
        let mut latest = Duration::ZERO;
        for (sent, event) in receiver {
            let event: Vec<u64> = event;
            let sent: Instant = sent;
            spin(Duration::from_micros(10));
            latest = latest.max(sent.elapsed());
            published += event.len() as u64;
        }
        (published, latest)
    });
    for event in 0..EVENTS {
        spin(Duration::from_micros(5));
        sender.send((Instant::now(), vec![event; 64])).unwrap();
    }
    drop(sender);
    let (published, latest) = publisher.join().unwrap();
    println!("{published}");
    eprintln!("worst age of an event={}", latest.as_secs_f64());
    eprintln!("peak memory={}", PEAK.load(Ordering::Relaxed));
}

/// Works for a while.
fn spin(duration: Duration) {
    let started = Instant::now();
    while started.elapsed() < duration {
        std::hint::spin_loop();
    }
}
