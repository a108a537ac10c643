//! Events that are published under a lock that blocks threads.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

const EVENTS: u64 = 100;
const BEATS: u32 = 200;
const PUBLISHING: Duration = Duration::from_millis(2);
const BEAT: Duration = Duration::from_micros(500);

static INDEX: Mutex<Vec<u64>> = Mutex::new(Vec::new());

async fn store(event: u64) {
    let mut index = INDEX.lock().unwrap();
    index.push(event);
    publish().await;
}

/// Tells the others of the event over the network.
async fn publish() {
    sleep(PUBLISHING).await;
}

/// Has nothing to do with the lock; answers how late it was on average.
async fn beat() -> Duration {
    let mut late = Duration::ZERO;
    for _ in 0..BEATS {
        let expected = Instant::now() + BEAT;
        sleep(BEAT).await;
        late += expected.elapsed();
    }
    late / BEATS
}

/// One of the runtime's threads: a task that stores events, and one beside it.
fn serve(thread: u64) -> Duration {
    let late = Rc::new(RefCell::new(Duration::ZERO));
    let beside = late.clone();
    let storing = async move {
        for event in 0..EVENTS {
            store(thread * EVENTS + event).await;
        }
    };
    let beating = async move {
        let average = beat().await;
        *beside.borrow_mut() = average;
    };
    run(vec![Box::pin(storing), Box::pin(beating)]);
    let average = *late.borrow();
    average
}

fn main() {
    thread::spawn(Timer::run);
    let started = Instant::now();
    let threads: Vec<_> = (0..2).map(|number| thread::spawn(move || serve(number))).collect();
    let worst = threads.into_iter().map(|thread| thread.join().unwrap()).max().unwrap_or_default();
    println!("{}", INDEX.lock().unwrap().iter().sum::<u64>());
    eprintln!("seconds={}", started.elapsed().as_secs_f64());
    eprintln!("delay_of_a_task_without_the_lock={}", worst.as_secs_f64());
}

/// The tasks of a thread that can go on.
#[derive(Default)]
struct Ready {
    tasks: Mutex<VecDeque<usize>>,
    changed: Condvar,
}

struct TaskWaker {
    task: usize,
    ready: Arc<Ready>,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.ready.tasks.lock().unwrap().push_back(self.task);
        self.ready.changed.notify_one();
    }
}

/// Runs tasks on this thread until all are done.
fn run(mut tasks: Vec<Pin<Box<dyn Future<Output = ()>>>>) {
    let ready = Arc::new(Ready::default());
    ready.tasks.lock().unwrap().extend(0..tasks.len());
    let mut done = vec![false; tasks.len()];
    while !done.iter().all(|done| *done) {
        let mut woken = ready.tasks.lock().unwrap();
        while woken.is_empty() {
            woken = ready.changed.wait(woken).unwrap();
        }
        let Some(task) = woken.pop_front() else { continue };
        drop(woken);
        let waker = Waker::from(Arc::new(TaskWaker { task, ready: ready.clone() }));
        if !done[task] {
            done[task] = tasks[task].as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
        }
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
struct Sleep(Instant);

fn sleep(duration: Duration) -> Sleep {
    Sleep(Instant::now() + duration)
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.0 {
            return Poll::Ready(());
        }
        TIMER.due.lock().unwrap().push((self.0, context.waker().clone()));
        TIMER.changed.notify_one();
        Poll::Pending
    }
}
