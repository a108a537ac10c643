//@ path: lib/llm/src/kv_router/publisher.rs
//! Channels that have a bound, carry a signal, or cannot hold more than a few messages.

use std::sync::mpsc as blocking;
use tokio::sync::{mpsc, oneshot};

struct Publisher {
    events: mpsc::Sender<Event>,
    requests: mpsc::UnboundedSender<Request>,
    released: mpsc::UnboundedSender<u64>,
}

impl Publisher {
    fn new() -> Self {
        let (events, _receiver) = mpsc::channel(1024);
        let (requests, _receiver) = mpsc::unbounded_channel();
        let (released, _receiver) = mpsc::unbounded_channel();
        let (shutdown_tx, _shutdown_rx) = mpsc::unbounded_channel();
        let (wake, _woken) = mpsc::unbounded_channel::<()>();
        for _ in 0..3 {
            shutdown_tx.send(1).ok();
            wake.send(()).ok();
        }
        Self { events, requests, released }
    }

    // Each caller waits for its answer before it asks again.
    async fn ask(&self, question: u64) -> Option<u64> {
        let (answer, answered) = oneshot::channel();
        self.requests.send(Request { question, answer }).ok()?;
        answered.await.ok()
    }

    // One message and no more.
    fn first(&self) -> Option<u64> {
        let (tx, rx) = blocking::channel();
        std::thread::spawn(move || tx.send(1));
        rx.recv().ok()
    }

    // As many messages as there are parts.
    fn sum(&self, parts: Vec<Vec<u64>>) -> u64 {
        let (tx, rx) = blocking::channel();
        for part in parts {
            let tx = tx.clone();
            std::thread::spawn(move || tx.send(part.iter().sum::<u64>()));
        }
        drop(tx);
        rx.iter().sum()
    }
}

// Nothing can wait for room while a value is dropped.
impl Drop for Publisher {
    fn drop(&mut self) {
        self.released.send(1).ok();
    }
}

#[test]
fn test() {
    let (tx, rx) = mpsc::channel(1);
    tx.try_send(1).unwrap();
    drop(rx);
}
