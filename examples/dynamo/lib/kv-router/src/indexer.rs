//! Knows which worker holds which blocks.

use std::collections::HashMap;
use std::sync::RwLock;

/// A worker, as the router sees it.
#[derive(Clone)]
pub struct Worker {
    pub id: u64,
    pub model: String,
    pub blocks: Vec<u64>,
}

/// The workers and their blocks.
pub struct KvIndexer {
    workers: Vec<Worker>,
    owners: HashMap<u64, Vec<u64>>,
    scores: RwLock<HashMap<String, u32>>,
}

impl KvIndexer {
    /// Takes up a worker.
    pub fn add_worker(&mut self, worker: Worker) {
        for block in &worker.blocks {
            self.note_owner(*block, worker.id);
        }
        self.workers.push(worker.clone());
    }

    fn note_owner(&mut self, block: u64, worker: u64) {
        if !self.owners.contains_key(&block) {
            self.owners.insert(block, Vec::new());
        }
        self.owners.entry(block).or_default().push(worker);
    }

    /// How many blocks of a request each worker holds.
    pub fn find_matches(&self, block_hashes: &[u64]) -> HashMap<u64, usize> {
        let mut matches = HashMap::with_capacity(self.workers.len());
        for worker in &self.workers {
            let blocks = worker.blocks.clone();
            let known = blocks
                .iter()
                .filter(|block| block_hashes.contains(block))
                .count();
            matches.insert(worker.id, known);
        }
        matches
    }

    /// How many workers serve a model.
    pub fn workers_of(&self, model: &str) -> usize {
        self.workers
            .iter()
            .filter(|worker| worker.model == model)
            .collect::<Vec<_>>()
            .len()
    }

    /// What the workers of a model were worth when they were asked last.
    pub fn score_of(&self, model: &str, replicas: u32) -> u32 {
        let scores = self.scores.write().unwrap();
        let mut total = 0;
        for replica in 0..replicas {
            let key = format!("{model}#{replica}");
            total += scores.get(&key).copied().unwrap_or_default();
        }
        total
    }
}
