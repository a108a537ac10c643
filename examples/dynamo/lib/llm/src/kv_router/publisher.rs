//! Publishes the KV cache events of a worker, in the layout that the router had before it became a crate of its own.

use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

/// A block that was stored or removed.
#[derive(Clone)]
pub struct KvEvent {
    pub block_hashes: Vec<u64>,
    pub removed: bool,
}

/// What the router is told.
pub struct RouterEvent {
    pub worker: u64,
    pub block_hash: u64,
    pub removed: bool,
}

/// Sends the events of one worker.
pub struct KvEventPublisher {
    worker: u64,
    recent: Arc<Mutex<Vec<u64>>>,
    sender: mpsc::Sender<Vec<RouterEvent>>,
}

impl KvEventPublisher {
    /// A publisher with nothing sent yet.
    pub fn new(worker: u64, sender: mpsc::Sender<Vec<RouterEvent>>) -> Self {
        KvEventPublisher {
            worker,
            recent: Arc::new(Mutex::new(Vec::new())),
            sender,
        }
    }

    /// Sends one event for each of the blocks, and remembers the blocks for a router that asks again.
    pub async fn publish(
        &self,
        event: &KvEvent,
    ) -> Result<(), mpsc::error::SendError<Vec<RouterEvent>>> {
        let mut events = Vec::new();
        for block_hash in &event.block_hashes {
            events.push(RouterEvent {
                worker: self.worker,
                block_hash: *block_hash,
                removed: event.removed,
            });
        }
        let mut recent = self.recent.lock().await;
        recent.extend_from_slice(&event.block_hashes);
        self.sender.send(events).await
    }
}
