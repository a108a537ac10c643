//@ path: lib/kv-router/src/indexer/owned.rs
//! Copies that are needed, cheap, or of something unknown.

use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc::Sender;

#[derive(Clone)]
struct Profile {
    name: String,
    weights: Vec<f32>,
    shared: Arc<Vec<f32>>,
    payload: Bytes,
    sender: Sender<String>,
    position: Position,
}

#[derive(Clone, Copy, PartialEq)]
struct Position {
    row: u32,
    column: u32,
}

/// Cloned by hand: a handle, for all that is known.
struct Pool {
    connections: Vec<u64>,
}

impl Clone for Pool {
    fn clone(&self) -> Self {
        Pool { connections: Vec::new() }
    }
}

trait Named {
    fn title(&self) -> String;
}

impl Named for Profile {
    fn title(&self) -> String {
        self.name.clone()
    }
}

fn total(weights: &[f32]) -> f32 {
    weights.iter().sum()
}

fn consume(weights: Vec<f32>) -> Vec<f32> {
    weights
}

struct Registry {
    profiles: Vec<Profile>,
    by_name: HashMap<String, Profile>,
    names: Mutex<Vec<String>>,
    pool: Pool,
    pending: String,
}

impl Registry {
    fn handles(&self, profile: &Profile) -> usize {
        let shared = profile.shared.clone();
        let payload = profile.payload.clone();
        let position = profile.position.clone();
        let sender = profile.sender.clone();
        shared.len() + payload.len() + position.row as usize + sender.capacity()
    }

    fn pooled(&self) -> usize {
        let pool = self.pool.clone();
        pool.connections.len()
    }

    /// The copy is changed.
    fn sorted(&self, profile: &Profile) -> f32 {
        let mut weights = profile.weights.clone();
        weights.sort_by(f32::total_cmp);
        weights[0]
    }

    /// The copy is handed on.
    fn owned(&self, profile: &Profile) -> Vec<f32> {
        let weights = profile.weights.clone();
        consume(weights)
    }

    /// The original changes while the copy is in use.
    fn before_and_after(&mut self, name: &str) -> bool {
        let before = self.pending.clone();
        self.pending.push_str(name);
        before.len() < self.pending.len()
    }

    /// What the reference was taken from changes.
    fn removed(&mut self, name: &str) -> usize {
        let Some(profile) = self.by_name.get(name) else { return 0 };
        let title = profile.name.clone();
        self.by_name.remove("other");
        title.len()
    }

    /// The same, with a comment behind the value of the block.
    fn removed_or_pending(&mut self, name: &str) -> usize {
        let title = if name.is_empty() {
            "nobody".to_string()
        } else {
            self.pending.clone() // until the next one comes
        };
        self.pending.push_str(name);
        title.len()
    }

    /// What borrows from the copy is in use while the original changes.
    fn split(&mut self) -> usize {
        let text = self.pending.clone();
        let parts: Vec<&str> = text.splitn(2, ',').collect();
        self.pending = parts[0].to_string();
        parts.len()
    }

    /// The lock is given back before the copy is looked at.
    fn snapshot(&self) -> usize {
        let names = {
            let guard = self.names.lock().unwrap();
            guard.clone()
        };
        names.iter().map(|name| name.len()).sum()
    }

    fn unlocked(&self) -> usize {
        let mut length = 0;
        for name in self.names.lock().unwrap().clone() {
            length += name.len();
        }
        length
    }

    /// A task owns what it is given.
    fn spawned(&self, profile: &Profile) {
        let weights = profile.weights.clone();
        tokio::spawn(async move { println!("{}", weights.len()) });
    }

    /// Cleared under another name, or only later.
    fn partly(&mut self, other: &mut String) -> String {
        let text = self.pending.clone();
        other.clear();
        text
    }

    /// The check leaves with an error, which is rare.
    fn checked(&self, profile: &Profile) -> Result<String, String> {
        let name = profile.name.clone();
        if name.is_empty() {
            return Err("no name".to_string());
        }
        Ok(name)
    }

    /// An attempt that shares.
    async fn retried(&self, request: &Profile) -> usize {
        let shared = Arc::new(request.clone());
        execute_with_retry(move |_attempt| {
            let request = Arc::clone(&shared);
            async move { request.weights.len() }
        })
        .await
    }

    /// Each turn keeps its own.
    fn kept(&self, profile: &Profile, workers: &[u64]) -> HashMap<u64, Vec<f32>> {
        let mut kept = HashMap::new();
        for worker in workers {
            kept.insert(*worker, consume(profile.weights.clone()));
        }
        kept
    }

    fn lazily(&self, name: Option<String>) -> String {
        name.unwrap_or_else(|| self.pending.clone())
    }

    fn after_filter(&self, names: &[String]) -> Vec<String> {
        names.iter().filter(|name| !name.is_empty()).cloned().collect()
    }

    fn to_owned_names(&self) -> HashMap<String, Profile> {
        self.by_name.clone()
    }

    fn lent(&self, profile: &Profile) -> f32 {
        total(&profile.weights)
    }

    /// The loop changes what it goes over.
    fn drained(&mut self) {
        let mut rows = vec![1, 2, 3];
        for row in rows.clone() {
            rows.push(row);
        }
    }

    /// Copied from what another file declares.
    fn unknown(&self, request: &Request) -> usize {
        let body = request.body.clone();
        body.len()
    }
}
