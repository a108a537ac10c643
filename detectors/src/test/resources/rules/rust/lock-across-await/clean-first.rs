//@ path: lib/llm/src/kv_router/transfer.rs
//! A lock that is waited for only as long as it is not held.

use tokio::sync::Mutex;

pub struct Transfer {
    updates: Mutex<()>,
}

impl Transfer {
    async fn transfer(&self, mut left: usize) {
        let mut held = None;
        loop {
            if left < 2 && held.is_none() {
                held = Some(self.updates.lock().await);
            }
            if left == 0 {
                break;
            }
            left -= self.send(left).await;
        }
    }

    async fn send(&self, left: usize) -> usize {
        left.min(8)
    }
}
