//@ path: lib/kv-router/src/indexer/needed.rs
//! Lists that are needed.

use dashmap::DashMap;
use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::thread;

struct Worker {
    name: String,
    load: u32,
}

struct Registry {
    workers: Vec<Worker>,
    shards: DashMap<u64, Worker>,
    locked: Mutex<HashMap<u64, Worker>>,
    callbacks: Vec<Box<dyn Fn() -> u32>>,
}

impl Registry {
    /// The loop changes what the list was made of.
    fn removed(&mut self, loads: &mut HashMap<u64, u32>) {
        let full: Vec<u64> = loads.iter().filter(|(_, load)| **load > 3).map(|(id, _)| *id).collect();
        for id in full {
            loads.remove(&id);
        }
    }

    fn lent(&self, loads: &mut HashMap<u64, u32>) {
        let full: Vec<u64> = loads.keys().copied().collect();
        for id in full {
            self.evict(loads, id);
        }
    }

    fn evict(&self, loads: &mut HashMap<u64, u32>, id: u64) {
        loads.remove(&id);
    }

    /// All threads start before the first is waited for.
    fn started(&self) -> u32 {
        let mut total = 0;
        let handles: Vec<_> = (0..4).map(|number| thread::spawn(move || number)).collect();
        for handle in handles {
            total += handle.join().unwrap_or(0);
        }
        total
    }

    /// The map is not locked while the loop runs.
    async fn unlocked(&self) -> u32 {
        let mut total = 0;
        let ids: Vec<u64> = self.shards.iter().map(|entry| *entry.key()).collect();
        for id in ids {
            total += self.ask(id).await;
        }
        let names: Vec<String> = self.locked.lock().unwrap().values().map(|worker| worker.name.clone()).collect();
        for name in names {
            total += name.len() as u32;
        }
        total
    }

    async fn ask(&self, id: u64) -> u32 {
        id as u32
    }

    fn twice(&self) -> (usize, u32) {
        let loads: Vec<u32> = self.workers.iter().map(|worker| worker.load).collect();
        (loads.len(), loads.iter().sum())
    }

    fn each_turn(&self, names: &[String]) -> usize {
        let known: Vec<&str> = self.workers.iter().map(|worker| worker.name.as_str()).collect();
        names.iter().filter(|name| known.contains(&name.as_str())).count()
    }

    fn sorted(&self) -> Vec<u32> {
        let mut loads: Vec<u32> = self.workers.iter().map(|worker| worker.load).collect();
        loads.sort_unstable();
        loads
    }

    fn backwards(&self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').map(|word| word.trim()).collect();
        words.iter().rev().map(|word| word.len().to_string()).next().unwrap_or_default()
    }

    fn distinct(&self) -> usize {
        self.workers.iter().map(|worker| worker.load).collect::<HashSet<_>>().len()
    }

    fn called(&self) -> Vec<u32> {
        self.callbacks.iter().map(|callback| run(callback)).collect()
    }

    fn run_all(&self) -> usize {
        self.called().len()
    }

    fn fallible(&self, texts: &[String]) -> Result<usize, std::num::ParseIntError> {
        let numbers = texts.iter().map(|text| text.parse::<u32>()).collect::<Result<Vec<_>, _>>()?;
        Ok(numbers.len())
    }

    fn owned(&self) -> Vec<String> {
        let names: Vec<String> = self.workers.iter().map(|worker| worker.name.clone()).collect();
        names
    }

    fn made(&self) -> String {
        let names: Vec<String> = self.workers.iter().map(|worker| worker.load.to_string()).collect();
        names.join(",")
    }
}

fn run(callback: &dyn Fn() -> u32) -> u32 {
    callback()
}
