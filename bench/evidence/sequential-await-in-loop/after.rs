//! A round of requests that are made all at once.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

const WORKERS: u64 = 8;
const ROUNDS: u64 = 20;
const THREADS: usize = 2;
const CALL: Duration = Duration::from_millis(1);

async fn loads() -> Vec<u64> {
    join_all((0..WORKERS).map(call)).await
}

/// A request to a worker.
async fn call(worker: u64) -> u64 {
    sleep(CALL).await;
    worker * worker
}

fn main() {
    thread::spawn(Timer::run);
    let started = Instant::now();
    let sum = Arc::new(Mutex::new(0));
    let executor = Arc::new(Executor::default());
    let total = sum.clone();
    executor.spawn(async move {
        for _ in 0..ROUNDS {
            *total.lock().unwrap() += loads().await.iter().sum::<u64>();
        }
    });
    executor.run(1);
    println!("{}", sum.lock().unwrap());
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
}

/// Waits for all futures: the stand-in for `futures::future::join_all`.
async fn join_all<T: Unpin>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut pending: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(move |context| {
        for (future, output) in &mut pending {
            if output.is_none() {
                if let Poll::Ready(value) = future.as_mut().poll(context) {
                    *output = Some(value);
                }
            }
        }
        let all: Option<Vec<T>> = pending.iter().all(|(_, output)| output.is_some()).then(|| {
            pending.iter_mut().filter_map(|(_, output)| output.take()).collect()
        });
        all.map_or(Poll::Pending, Poll::Ready)
    })
    .await
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

/// Fires wakers when their time has come, on a thread of its own.
struct Timer {
    due: Mutex<Vec<(Instant, Waker)>>,
    changed: Condvar,
}

static TIMER: Timer = Timer { due: Mutex::new(Vec::new()), changed: Condvar::new() };

impl Timer {
    fn run() {
        let mut due = TIMER.due.lock().unwrap();
        loop {
            let now = Instant::now();
            let (ready, later): (Vec<_>, Vec<_>) = due.drain(..).partition(|(at, _)| *at <= now);
            *due = later;
            ready.into_iter().for_each(|(_, waker)| waker.wake());
            let next = due.iter().map(|(at, _)| *at).min();
            let pause = next.map_or(Duration::from_secs(1), |at| at.saturating_duration_since(Instant::now()));
            due = TIMER.changed.wait_timeout(due, pause).unwrap().0;
        }
    }
}

/// Waits without holding up the thread: the stand-in for a request over the network.
struct Sleep(Instant, bool);

fn sleep(duration: Duration) -> Sleep {
    Sleep(Instant::now() + duration, false)
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.0 {
            return Poll::Ready(());
        }
        if !self.1 {
            self.1 = true;
            TIMER.due.lock().unwrap().push((self.0, context.waker().clone()));
            TIMER.changed.notify_one();
        }
        Poll::Pending
    }
}
