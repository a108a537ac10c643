//@ path: sgl-model-gateway/src/core/token_bucket.rs
//! Async locks that are held across an await, or of which this file does not see everything.

use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::{Mutex, MutexGuard, RwLock};

struct Connection {
    stream: Mutex<TcpStream>,
    route: RwLock<String>,
    pub open: Mutex<u64>,
    pub(crate) near: Mutex<u64>,
    turn: Mutex<()>,
    owned: Arc<Mutex<u64>>,
    blocking: std::sync::Mutex<u64>,
    given: Arc<Mutex<u64>>,
    handed_out: Arc<Mutex<u64>>,
    guard: Mutex<u64>,
    selected: Mutex<u64>,
    taken_apart: Mutex<u64>,
    passed: Mutex<u64>,
}

impl Connection {
    fn new(given: Arc<Mutex<u64>>, stream: TcpStream) -> Self {
        Self {
            stream: Mutex::new(stream),
            route: RwLock::new(String::new()),
            open: Mutex::new(0),
            near: Mutex::new(0),
            turn: Mutex::new(()),
            owned: Arc::new(Mutex::new(0)),
            blocking: std::sync::Mutex::new(0),
            given,
            handed_out: Arc::new(Mutex::new(0)),
            guard: Mutex::new(0),
            selected: Mutex::new(0),
            taken_apart: Mutex::new(0),
            passed: Mutex::new(0),
        }
    }

    async fn write(&self, frame: &[u8]) -> std::io::Result<()> {
        self.stream.lock().await.write_all(frame).await
    }

    // One holder across an await is enough, however short the others are.
    async fn reroute(&self) {
        let mut route = self.route.write().await;
        *route = resolve(&route).await;
    }

    async fn route(&self) -> String {
        self.route.read().await.clone()
    }

    async fn count(&self) -> u64 {
        *self.open.lock().await + *self.near.lock().await + *self.blocking.lock().unwrap()
    }

    async fn in_turn(&self) -> u64 {
        let _turn = self.turn.lock().await;
        1
    }

    async fn keep(&self) {
        let count = self.owned.clone().lock_owned().await;
        tokio::spawn(async move { report(*count).await });
    }

    async fn given(&self) -> u64 {
        *self.given.lock().await
    }

    fn counter(&self) -> Arc<Mutex<u64>> {
        self.handed_out.clone()
    }

    async fn handed_out(&self) -> u64 {
        *self.handed_out.lock().await
    }

    async fn guard(&self) -> MutexGuard<'_, u64> {
        self.guard.lock().await
    }

    async fn select(&self) -> u64 {
        tokio::select! {
            count = self.selected.lock() => *count,
            _ = self.turn.lock() => *self.selected.lock().await,
        }
    }

    async fn apart(&self) -> u64 {
        let Self { taken_apart, .. } = self;
        *taken_apart.lock().await + *self.taken_apart.lock().await
    }

    async fn pass(&self) -> u64 {
        sum(&self.passed).await + *self.passed.lock().await
    }
}

async fn sum(count: &Mutex<u64>) -> u64 {
    let count = count.lock().await;
    report(*count).await;
    *count
}

async fn resolve(route: &str) -> String {
    route.to_string()
}

async fn report(_count: u64) {}
