//! Requests that take a blocking lock for two operations.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Wake, Waker};
use std::thread;
use std::time::Instant;

const CALLERS: u64 = 64;
const REQUESTS: u64 = 20_000;
const THREADS: usize = 2;

/// How many tokens a client has left, in a bucket that each request takes from and gives back to.
type Bucket = Mutex<u64>;

async fn request(bucket: &Bucket, tokens: u64) -> u64 {
    let mut left = bucket.lock().unwrap();
    *left = left.wrapping_mul(31).wrapping_add(tokens);
    *left & 1
}

fn main() {
    let started = Instant::now();
    let bucket = Arc::new(Bucket::new(0));
    let served = Arc::new(Mutex::new(0));
    let executor = Arc::new(Executor::default());
    for _ in 0..CALLERS {
        let (bucket, served) = (bucket.clone(), served.clone());
        executor.spawn(async move {
            let mut own = 0;
            for _ in 0..REQUESTS {
                own += 1 + 0 * request(&bucket, own).await;
            }
            *served.lock().unwrap() += own;
        });
    }
    executor.run(CALLERS as usize);
    println!("{}", served.lock().unwrap());
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
}

/// Runs tasks on a few threads, as runtimes do.
#[derive(Default)]
struct Executor {
    ready: Mutex<VecDeque<Arc<Task>>>,
    changed: Condvar,
    finished: Mutex<usize>,
}

struct Task {
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    executor: Arc<Executor>,
}

impl Executor {
    fn spawn(self: &Arc<Self>, future: impl Future<Output = ()> + Send + 'static) {
        let task = Task { future: Mutex::new(Some(Box::pin(future))), executor: self.clone() };
        self.ready.lock().unwrap().push_back(Arc::new(task));
    }

    fn run(self: &Arc<Self>, tasks: usize) {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                let executor = self.clone();
                thread::spawn(move || executor.work(tasks))
            })
            .collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
    }

    fn work(&self, tasks: usize) {
        loop {
            let mut ready = self.ready.lock().unwrap();
            let task = loop {
                if *self.finished.lock().unwrap() == tasks {
                    return;
                }
                match ready.pop_front() {
                    Some(task) => break task,
                    None => ready = self.changed.wait(ready).unwrap(),
                }
            };
            drop(ready);
            let waker = Waker::from(task.clone());
            let mut future = task.future.lock().unwrap();
            let done = future.as_mut().is_some_and(|future| future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready());
            if done {
                *future = None;
                let _ready = self.ready.lock().unwrap();
                *self.finished.lock().unwrap() += 1;
                self.changed.notify_all();
            }
        }
    }
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        let executor = self.executor.clone();
        executor.ready.lock().unwrap().push_back(self);
        executor.changed.notify_one();
    }
}

