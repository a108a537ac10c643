//@ path: src/worker.rs
//! A queue, a listener and a limit, each taken from behind its lock in the head of a statement that then waits.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::{pin, Pin};
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

struct Worker {
    pending: Mutex<VecDeque<u64>>,
    listener: Mutex<Option<String>>,
    limit: Mutex<usize>,
    names: Mutex<Vec<String>>,
    log: Mutex<Vec<String>>,
}

impl Worker {
    async fn drain(&self) {
        while let Some(block) = self.pending.lock().unwrap().pop_front() {
            self.note(format!("evict {block}")).await;
        }
    }

    async fn stop(&self) -> usize {
        if let Some(listener) = self.listener.lock().unwrap().take() {
            self.note(format!("stop {listener}")).await;
        } else if let Some(name) = self.names.lock().unwrap().first().cloned() {
            self.note(format!("first {name}")).await;
        }
        let stopped = match self.listener.lock().unwrap().take() {
            Some(listener) => {
                self.note(listener).await;
                1
            }
            None => self.none().await,
        };
        stopped
    }

    async fn reserve(&self) {
        match *self.limit.lock().unwrap() {
            0 => self.note("full".to_string()).await,
            limit if limit > 2 => self.note(format!("{limit} free")).await,
            limit => self.note(format!("only {limit}")).await,
        }
    }

    async fn greet(&self) {
        for name in self.names.lock().unwrap().clone() {
            self.note(format!("hello {name}")).await;
        }
        let next = "taken already";
        while let Some(name) = self.names.lock().unwrap().pop() {
            self.note(format!("{next}: {name}")).await;
        }
    }

    async fn none(&self) -> usize {
        pause().await;
        0
    }

    async fn note(&self, line: String) {
        pause().await;
        self.log.lock().unwrap().push(line);
    }
}

/// Lets others run once.
fn pause() -> Pause {
    Pause(false)
}

struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn main() {
    let worker = Worker {
        pending: Mutex::new(VecDeque::from([1, 2, 3])),
        listener: Mutex::new(Some("zmq".to_string())),
        limit: Mutex::new(3),
        names: Mutex::new(vec!["a".to_string(), "b".to_string()]),
        log: Mutex::new(Vec::new()),
    };
    block_on(async {
        worker.drain().await;
        let first = worker.stop().await;
        let second = worker.stop().await;
        worker.note(format!("stopped {first} {second}")).await;
        worker.reserve().await;
        worker.greet().await;
    });
    for line in worker.log.lock().unwrap().iter() {
        println!("{line}");
    }
}
