//@ path: src/worker.rs
//! A task that lets another one run while it sleeps only when it awaits; both print the same lines in the end.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

mod tokio {
    pub mod time {
        pub fn sleep(duration: std::time::Duration) -> std::future::Ready<()> {
            std::thread::sleep(duration);
            std::future::ready(())
        }
    }
}

async fn warm_up(rounds: u32) -> u32 {
    let mut done = 0;
    for round in 0..rounds {
        std::thread::sleep(Duration::from_millis(1));
        done += round;
    }
    tokio::time::sleep(Duration::from_millis(1)).await;
    done
}

fn main() {
    let mut future = pin!(warm_up(4));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = future.as_mut().poll(&mut context) {
            println!("{done}");
            break;
        }
    }
}
