//@ path: sgl-model-gateway/src/core/token_bucket.rs
//! Async locks around a few operations each.

use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Mutex, Notify, RwLock};

pub struct Limiter {
    bucket: Arc<Mutex<Bucket>>,
    returned: Notify,
}

struct Bucket {
    tokens: f64,
}

impl Limiter {
    pub fn new(tokens: f64) -> Self {
        let bucket = Arc::new(Mutex::new(Bucket { tokens }));
        Self { bucket, returned: Notify::new() }
    }

    pub async fn acquire(&self, tokens: f64) {
        loop {
            {
                let mut bucket = self.bucket.lock().await;
                //~              ^^^^^^^^^^^^^^^^^^^^^^^^ async-mutex-for-sync minor
                if bucket.tokens >= tokens {
                    bucket.tokens -= tokens;
                    return;
                }
            }
            self.returned.notified().await;
        }
    }

    pub async fn give_back(&self, tokens: f64) {
        self.bucket.lock().await.tokens += tokens;
//~     ^^^^^^^^^^^^^^^^^^^^^^^^ async-mutex-for-sync minor
        self.returned.notify_waiters();
    }
}

struct Loads {
    by_worker: RwLock<HashMap<u64, u64>>,
}

impl Loads {
    async fn all(&self) -> Vec<u64> {
        let loads = self.by_worker.read().await;
        //~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ async-mutex-for-sync minor
        loads.values().copied().collect()
    }
}

#[derive(Clone)]
struct Shared {
    count: Arc<Mutex<u64>>,
}

impl Shared {
    fn watch(&self) {
        let count = self.count.clone();
        tokio::spawn(async move {
            let seen = *count.lock().await;
            //~         ^^^^^^^^^^^^^^^^^^ async-mutex-for-sync minor
            report(seen).await;
        });
    }
}

async fn report(_count: u64) {}
