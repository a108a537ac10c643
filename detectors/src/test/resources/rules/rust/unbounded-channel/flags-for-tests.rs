//@ path: lib/llm/src/kv_router/publisher.rs
//! A channel that is there for tests, as its comment says.

use crossbeam::channel::{Receiver, Sender, unbounded};

pub struct MemoryTransport {
    sender: Sender<String>,
    receiver: Receiver<String>,
}

impl MemoryTransport {
    /// Two connected transports for testing.
    pub fn pair() -> (Self, Self) {
        let (sender, other_receiver) = unbounded();
        //~                            ^^^^^^^^^^^ unbounded-channel negligible
        let (other_sender, receiver) = unbounded();
        (Self { sender, receiver }, Self { sender: other_sender, receiver: other_receiver })
    }

    pub fn send(&self, message: &str) {
        self.sender.send(message.to_string()).unwrap();
    }
}
