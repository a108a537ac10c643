//! Requests that wait for a worker with room.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;

/// A request, and how it is told its worker.
pub struct Waiting {
    pub request_id: String,
    pub blocks: usize,
    pub answer: tokio::sync::oneshot::Sender<u64>,
}

/// Asks a worker how many blocks it has left.
pub trait WorkerLoads {
    /// The free blocks of a worker, asked over the network.
    fn free_blocks(&self, worker: u64) -> impl Future<Output = usize> + Send;
}

/// The queue of one model.
pub struct SchedulerQueue<L> {
    waiting: Mutex<VecDeque<Waiting>>,
    assigned: Mutex<HashMap<String, u64>>,
    loads: L,
}

impl<L: WorkerLoads> SchedulerQueue<L> {
    /// An empty queue.
    pub fn new(loads: L) -> Self {
        SchedulerQueue {
            waiting: Mutex::new(VecDeque::new()),
            assigned: Mutex::new(HashMap::new()),
            loads,
        }
    }

    /// Adds a request at the end.
    pub fn enqueue(&self, request: Waiting) {
        self.waiting.lock().unwrap().push_back(request);
    }

    /// Gives the first request to a worker that has room for it.
    pub async fn dispatch(&self, worker: u64) -> bool {
        let mut waiting = self.waiting.lock().unwrap();
        let free = self.loads.free_blocks(worker).await;
        match waiting.front() {
            Some(first) if first.blocks <= free => {
                let request = waiting.pop_front().expect("there is a first");
                self.assigned
                    .lock()
                    .unwrap()
                    .insert(request.request_id, worker);
                request.answer.send(worker).is_ok()
            }
            _ => false,
        }
    }

    /// Whether the first request fits a worker; the lock is free while the worker is asked.
    pub async fn fits(&self, worker: u64) -> bool {
        let blocks = {
            let waiting = self.waiting.lock().unwrap();
            waiting.front().map(|first| first.blocks)
        };
        let free = self.loads.free_blocks(worker).await;
        blocks.is_some_and(|blocks| blocks <= free)
    }

    /// The worker that a request was given to.
    pub fn worker_of(&self, request_id: &str) -> Option<u64> {
        self.assigned
            .lock()
            .unwrap()
            .get(&request_id.to_owned())
            .copied()
    }
}
