//! Sends events to whoever listens.

use serde::Serialize;

/// What a worker tells the routers.
#[derive(Serialize)]
pub struct KvEvent {
    pub worker: u64,
    pub block_hashes: Vec<u64>,
}

/// A connection to the message bus.
pub struct EventBus {
    client: async_nats::Client,
}

impl EventBus {
    /// Sends one event.
    pub async fn publish(&self, event: &KvEvent) -> anyhow::Result<()> {
        let bytes = serde_json::to_vec(event)?;
        self.client.publish("kv_events", bytes.into()).await?;
        Ok(())
    }
}
