//@ path: sgl-model-gateway/src/policies/cache_aware.rs
//! Guards that are needed for as long as they live, or that nobody waits for.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, RwLock};
use tracing::{debug, info, warn};

struct Router {
    loads: Mutex<HashMap<String, usize>>,
    routes: RwLock<HashMap<String, String>>,
    pending: Mutex<VecDeque<Event>>,
    turn: Mutex<()>,
    cell: RefCell<Vec<String>>,
    shards: Vec<Mutex<Vec<String>>>,
}

#[derive(serde::Serialize)]
struct Event {
    worker: String,
}

impl Router {
    // Dropped before the slow part, in each of the ways to drop it.
    fn choose(&self, worker: &str, event: &Event) -> Option<String> {
        {
            let mut loads = self.loads.lock().unwrap();
            *loads.entry(worker.to_string()).or_insert(0) += 1;
        }
        let mut pending = self.pending.lock().unwrap();
        let next = pending.pop_front();
        drop(pending);
        *self.loads.lock().unwrap().entry(worker.to_string()).or_insert(0) += 1;
        let next = next.or_else(|| self.pending.lock().unwrap().pop_back());
        serde_json::to_string(&next).ok().or_else(|| serde_json::to_string(event).ok())
    }

    // What is serialised or logged is what is locked.
    fn dump(&self) -> String {
        let loads = self.loads.lock().unwrap();
        let text = serde_json::to_string(&*loads).unwrap();
        info!("{} loads", loads.len());
        text
    }

    // A value borrowed from the guard is in use.
    fn route(&self, worker: &str) -> String {
        let routes = self.routes.read().unwrap();
        let route = routes.get(worker);
        let name = serde_json::to_string(worker).unwrap();
        match route {
            Some(route) => format!("{name} at {route}"),
            None => name,
        }
    }

    fn first(&self) -> String {
        match self.routes.read().unwrap().values().next() {
            Some(route) => serde_json::to_string(route).unwrap(),
            None => String::new(),
        }
    }

    // The check and what follows from it belong together.
    fn load_once(&self, worker: &str) -> std::io::Result<String> {
        let mut loads = self.loads.lock().unwrap();
        if loads.contains_key(worker) {
            return Ok(String::new());
        }
        loads.insert(worker.to_string(), 0);
        std::fs::read_to_string(worker)
    }

    // Two values that are kept in step.
    fn reset(&self, workers: &[String]) {
        let mut loads = self.loads.lock().unwrap();
        loads.clear();
        let mut routes = self.routes.write().unwrap();
        routes.clear();
        for worker in workers {
            routes.insert(worker.clone(), worker.to_string());
        }
    }

    // Here the lock is what makes the others wait.
    fn in_turn(&self, event: &Event) -> String {
        let _turn = self.turn.lock().unwrap();
        serde_json::to_string(event).unwrap()
    }

    fn named(&self, event: &Event) -> String {
        let _loads = self.loads.lock().unwrap();
        serde_json::to_string(event).unwrap()
    }

    // Nobody waits for a `RefCell`.
    fn note(&self, event: &Event) -> String {
        let mut cell = self.cell.borrow_mut();
        cell.clear();
        serde_json::to_string(event).unwrap()
    }

    fn quiet(&self, worker: &str) {
        let mut loads = self.loads.lock().unwrap();
        if loads.remove(worker).is_none() {
            warn!("no worker {worker}");
        }
        debug!("forgot {worker}");
    }

    fn add_all(&self, workers: Vec<String>, slow: &dyn Fn(&str) -> String) {
        let mut names = self.cell.borrow_mut();
        for (place, worker) in workers.iter().enumerate() {
            self.shards[place % 4].lock().unwrap().push(worker.clone());
            names.push(worker.clone());
        }
        // One guard would be held while `slow` runs.
        for worker in &workers {
            let route = slow(worker);
            self.routes.write().unwrap().insert(worker.clone(), route);
        }
        for shard in &self.shards {
            shard.lock().unwrap().clear();
        }
    }
}
