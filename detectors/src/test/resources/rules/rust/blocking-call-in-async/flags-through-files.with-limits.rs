//@ path: lib/llm/src/http/limits.rs
use std::{thread, time::Duration};

pub fn settle() {
    thread::sleep(Duration::from_millis(5));
}
