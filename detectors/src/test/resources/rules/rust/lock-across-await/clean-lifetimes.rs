//@ path: src/lifetimes.rs
//! Guards that are gone at each await. A test also compiles and runs this program: each `probe` must find its lock free.

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock};
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Shared {
    count: Mutex<u64>,
    names: Mutex<Vec<String>>,
    table: RwLock<HashMap<u64, String>>,
    cell: RefCell<u64>,
    flag: Mutex<bool>,
    changed: Condvar,
}

impl Shared {
    async fn dropped(&self) {
        let mut count = self.count.lock().unwrap();
        *count += 1;
        drop(count);
        probe(&self.count, "dropped").await;
    }

    async fn dropped_by_path(&self) {
        let count = self.count.lock().unwrap();
        std::mem::drop(count);
        probe(&self.count, "dropped_by_path").await;
    }

    async fn ended_with_an_inner_block(&self) {
        let value = {
            let count = self.count.lock().unwrap();
            *count
        };
        probe(&self.count, "ended_with_an_inner_block").await;
        assert!(value < 9);
    }

    async fn temporary_of_a_statement(&self) {
        *self.count.lock().unwrap() += 1;
        probe(&self.count, "temporary_of_a_statement").await;
    }

    async fn copied_out(&self) {
        let count = *self.count.lock().unwrap();
        probe(&self.count, "copied_out").await;
        assert!(count < 9);
    }

    async fn cloned_out(&self) {
        let names = self.names.lock().unwrap().clone();
        probe(&self.names, "cloned_out").await;
        assert!(names.is_empty());
    }

    async fn read_into_a_value(&self) {
        let length = self.names.lock().unwrap().len();
        probe(&self.names, "read_into_a_value").await;
        assert_eq!(length, 0);
    }

    #[allow(let_underscore_lock)]
    async fn underscore_drops_at_once(&self) {
        let _ = self.count.lock().unwrap();
        probe(&self.count, "underscore_drops_at_once").await;
    }

    async fn moved_into_a_call(&self) {
        let count = self.count.lock().unwrap();
        consume(count);
        probe(&self.count, "moved_into_a_call").await;
    }

    async fn moved_into_a_call_at_once(&self) {
        consume(self.count.lock().unwrap());
        probe(&self.count, "moved_into_a_call_at_once").await;
    }

    async fn moved_into_a_closure(&self) {
        let count = self.count.lock().unwrap();
        let read = move || *count;
        assert!(read() < 9);
        drop(read);
        probe(&self.count, "moved_into_a_closure").await;
    }

    async fn dropped_in_a_closure(&self) {
        let count = self.count.lock().unwrap();
        let end = || drop(count);
        end();
        probe(&self.count, "dropped_in_a_closure").await;
    }

    async fn dropped_on_every_path(&self, early: bool) {
        let count = self.count.lock().unwrap();
        if early {
            drop(count);
        } else {
            consume(count);
        }
        probe(&self.count, "dropped_on_every_path").await;
    }

    async fn returns_where_it_is_kept(&self, stop: bool) {
        let count = self.count.lock().unwrap();
        if stop {
            return;
        }
        drop(count);
        probe(&self.count, "returns_where_it_is_kept").await;
    }

    async fn awaited_on_the_path_that_dropped(&self, early: bool) {
        let count = self.count.lock().unwrap();
        if early {
            drop(count);
            probe(&self.count, "awaited_on_the_path_that_dropped").await;
            return;
        }
        assert!(*count < 9);
    }

    async fn dropped_before_the_await_of_each_turn(&self) {
        for _ in 0..2 {
            let count = self.count.lock().unwrap();
            drop(count);
            probe(&self.count, "dropped_before_the_await_of_each_turn").await;
        }
    }

    async fn left_by_break(&self) {
        loop {
            let count = self.count.lock().unwrap();
            if *count < 9 {
                break;
            }
        }
        probe(&self.count, "left_by_break").await;
    }

    async fn left_by_continue(&self) {
        for turn in 0..2 {
            probe(&self.count, "left_by_continue").await;
            let count = self.count.lock().unwrap();
            if turn == 0 && *count < 9 {
                continue;
            }
        }
    }

    async fn left_by_a_labelled_break(&self) {
        'search: {
            let count = self.count.lock().unwrap();
            if *count < 9 {
                break 'search;
            }
        }
        probe(&self.count, "left_by_a_labelled_break").await;
    }

    async fn condition_of_if(&self) {
        if *self.count.lock().unwrap() < 9 {
            probe(&self.count, "condition_of_if").await;
        }
    }

    async fn condition_of_while(&self) {
        while *self.count.lock().unwrap() < 9 {
            probe(&self.count, "condition_of_while").await;
            break;
        }
    }

    async fn operand_of_a_lazy_operator(&self) {
        if self.names.lock().unwrap().is_empty() && is_free(&self.names, "operand_of_a_lazy_operator").await {
            probe(&self.names, "operand_of_a_lazy_operator").await;
        }
    }

    async fn head_hoisted_into_a_variable(&self) {
        let next = self.names.lock().unwrap().pop();
        if next.is_none() {
            probe(&self.names, "head_hoisted_into_a_variable").await;
        }
    }

    async fn head_in_a_block(&self) {
        while let None = {
            let next = self.names.lock().unwrap().pop();
            next
        } {
            probe(&self.names, "head_in_a_block").await;
            break;
        }
    }

    async fn guard_of_a_match_arm(&self, value: u64) {
        match value {
            0 if *self.count.lock().unwrap() < 9 => probe(&self.count, "guard_of_a_match_arm").await,
            _ => {}
        }
    }

    async fn assigned_over(&self) {
        let other = Mutex::new(1);
        let mut count = self.count.lock().unwrap();
        assert!(*count < 9);
        count = other.lock().unwrap();
        drop(count);
        probe(&self.count, "assigned_over").await;
    }

    async fn moved_into_an_inner_block(&self) {
        let count = self.count.lock().unwrap();
        {
            let inner = count;
            assert!(*inner < 9);
        }
        probe(&self.count, "moved_into_an_inner_block").await;
    }

    async fn waited_for_and_dropped(&self) {
        let mut flag = self.flag.lock().unwrap();
        *flag = true;
        while !*flag {
            flag = self.changed.wait(flag).unwrap();
        }
        drop(flag);
        probe(&self.flag, "waited_for_and_dropped").await;
    }

    async fn awaited_in_a_block_of_its_own(&self) {
        let later = {
            let count = self.count.lock().unwrap();
            let started = *count;
            async move { probe(&self.count, "awaited_in_a_block_of_its_own").await; started }
        };
        assert!(later.await < 9);
    }

    async fn read_guard_in_a_chain(&self) {
        let name = self.table.read().unwrap().get(&1).cloned();
        probe_rw(&self.table, "read_guard_in_a_chain").await;
        assert!(name.is_none());
    }

    async fn borrow_in_a_statement(&self) {
        *self.cell.borrow_mut() += 1;
        probe_cell(&self.cell, "borrow_in_a_statement").await;
    }

    fn not_async(&self) -> impl Future<Output = u64> {
        let count = self.count.lock().unwrap();
        let started = *count;
        async move { started }
    }
}

fn consume(count: MutexGuard<'_, u64>) {
    assert!(*count < 9);
}

async fn is_free<T>(lock: &Mutex<T>, name: &str) -> bool {
    probe(lock, name).await;
    true
}

async fn probe<T>(lock: &Mutex<T>, name: &str) {
    println!("{name} {}", if lock.try_lock().is_err() { "held" } else { "free" });
}

async fn probe_rw<T>(lock: &RwLock<T>, name: &str) {
    println!("{name} {}", if lock.try_write().is_err() { "held" } else { "free" });
}

async fn probe_cell<T>(cell: &RefCell<T>, name: &str) {
    println!("{name} {}", if cell.try_borrow().is_err() { "held" } else { "free" });
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
    let shared = Arc::new(Shared::default());
    block_on(async {
        shared.dropped().await;
        shared.dropped_by_path().await;
        shared.ended_with_an_inner_block().await;
        *shared.count.lock().unwrap() = 0;
        shared.temporary_of_a_statement().await;
        shared.copied_out().await;
        shared.cloned_out().await;
        shared.read_into_a_value().await;
        shared.underscore_drops_at_once().await;
        shared.moved_into_a_call().await;
        shared.moved_into_a_call_at_once().await;
        shared.moved_into_a_closure().await;
        shared.dropped_in_a_closure().await;
        shared.dropped_on_every_path(false).await;
        shared.returns_where_it_is_kept(false).await;
        shared.awaited_on_the_path_that_dropped(true).await;
        shared.dropped_before_the_await_of_each_turn().await;
        shared.left_by_break().await;
        shared.left_by_continue().await;
        shared.left_by_a_labelled_break().await;
        shared.condition_of_if().await;
        shared.condition_of_while().await;
        shared.operand_of_a_lazy_operator().await;
        shared.head_hoisted_into_a_variable().await;
        shared.head_in_a_block().await;
        shared.guard_of_a_match_arm(0).await;
        shared.assigned_over().await;
        shared.moved_into_an_inner_block().await;
        shared.waited_for_and_dropped().await;
        shared.awaited_in_a_block_of_its_own().await;
        shared.read_guard_in_a_chain().await;
        shared.borrow_in_a_statement().await;
        assert!(shared.not_async().await < 9);
    });
}
