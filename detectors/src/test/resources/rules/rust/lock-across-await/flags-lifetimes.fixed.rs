//@ path: src/lifetimes.rs
//! Guards that are alive at an await. A test also compiles and runs this program: each `probe` must find its lock held.

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, RwLock};
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Shared {
    count: Mutex<u64>,
    names: Mutex<Vec<String>>,
    table: RwLock<HashMap<u64, String>>,
    cell: RefCell<u64>,
    shards: Vec<Mutex<u64>>,
}

static TOTAL: Mutex<u64> = Mutex::new(0);

struct Holder<'a> {
    guard: MutexGuard<'a, u64>,
    label: u64,
}

impl Shared {
    async fn bound_to_the_end_of_the_block(&self) {
        let mut count = self.count.lock().unwrap();
        *count += 1;
        probe(&self.count, "bound_to_the_end_of_the_block").await;
    }

    async fn underscore_name_still_holds(&self) {
        let _count = self.count.lock().unwrap();
        probe(&self.count, "underscore_name_still_holds").await;
    }

    async fn shadowing_does_not_drop(&self) {
        let count = self.count.lock().unwrap();
        let count = *count + 1;
        probe(&self.count, "shadowing_does_not_drop").await;
        assert!(count > 0);
    }

    async fn dropping_the_shadow_is_no_drop(&self) {
        let count = self.count.lock().unwrap();
        let label = format!("{count}");
        {
            let count = label;
            drop(count);
        }
        probe(&self.count, "dropping_the_shadow_is_no_drop").await;
    }

    async fn moved_to_another_name(&self) {
        let count = self.count.lock().unwrap();
        let kept = count;
        probe(&self.count, "moved_to_another_name").await;
        drop(kept);
    }

    async fn dropped_on_one_path_only(&self, early: bool) {
        let count = self.count.lock().unwrap();
        if early {
            drop(count);
        }
        probe(&self.count, "dropped_on_one_path_only").await;
    }

    async fn dropped_after_the_await(&self) {
        let count = self.count.lock().unwrap();
        probe(&self.count, "dropped_after_the_await").await;
        drop(count);
    }

    async fn assigned_again(&self) {
        let mut count = self.count.lock().unwrap();
        drop(count);
        count = self.count.lock().unwrap();
        probe(&self.count, "assigned_again").await;
        drop(count);
    }

    async fn taken_in_an_inner_block_for_an_outer_name(&self) {
        let count;
        {
            count = self.count.lock().unwrap();
        }
        probe(&self.count, "taken_in_an_inner_block_for_an_outer_name").await;
        drop(count);
    }

    async fn value_of_a_block(&self) {
        let count = {
            let inner = self.count.lock().unwrap();
            inner
        };
        probe(&self.count, "value_of_a_block").await;
        drop(count);
    }

    async fn value_of_a_match(&self) {
        let count = match self.count.lock() {
            Ok(count) => count,
            Err(poisoned) => poisoned.into_inner(),
        };
        probe(&self.count, "value_of_a_match").await;
        drop(count);
    }

    async fn kept_in_a_struct(&self) {
        let holder = Holder { guard: self.count.lock().unwrap(), label: 1 };
        probe(&self.count, "kept_in_a_struct").await;
        assert!(*holder.guard + holder.label > 0);
    }

    async fn kept_in_a_tuple(&self) {
        let (count, _names) = (self.count.lock().unwrap(), self.names.lock().unwrap());
        probe(&self.count, "kept_in_a_tuple").await;
        drop(count);
    }

    async fn bound_by_if_let(&self) {
        if let Ok(count) = self.count.lock() {
            assert!(*count < 9);
            probe(&self.count, "bound_by_if_let").await;
        }
    }

    async fn bound_by_let_else(&self) {
        let Ok(count) = self.count.try_lock() else {
            return;
        };
        probe(&self.count, "bound_by_let_else").await;
        drop(count);
    }

    async fn bound_by_a_match_arm(&self) {
        match self.count.try_lock() {
            Ok(count) => {
                assert!(*count < 9);
                probe(&self.count, "bound_by_a_match_arm").await;
            }
            Err(_) => {}
        }
    }

    async fn head_of_match(&self) {
        let names = self.names.lock().unwrap().len();
        match names {
            0 => probe(&self.names, "head_of_match").await,
            _ => {}
        }
    }

    async fn head_of_if_let(&self) {
        let next = self.names.lock().unwrap().pop();
        if let None = next {
            probe(&self.names, "head_of_if_let").await;
        }
    }

    async fn head_of_while_let(&self) {
        while let None = { let next = self.names.lock().unwrap().pop(); next } {
            probe(&self.names, "head_of_while_let").await;
            break;
        }
    }

    async fn head_of_for(&self) {
        self.names.lock().unwrap().push(String::new());
        let names = self.names.lock().unwrap().clone();
        for _ in names {
            probe(&self.names, "head_of_for").await;
        }
        self.names.lock().unwrap().clear();
    }

    async fn argument_of_the_awaited_call(&self) {
        probe_of(*self.count.lock().unwrap(), &self.count, "argument_of_the_awaited_call").await;
    }

    async fn extended_by_a_reference(&self) {
        let names = &self.names.lock().unwrap()[..];
        probe(&self.names, "extended_by_a_reference").await;
        assert!(names.is_empty());
    }

    async fn read_guard(&self) {
        let table = self.table.read().unwrap();
        probe_rw(&self.table, "read_guard").await;
        assert!(table.is_empty());
    }

    async fn borrow_of_a_cell(&self) {
        let cell = self.cell.borrow_mut();
        probe_cell(&self.cell, "borrow_of_a_cell").await;
        assert!(*cell < 9);
    }

    async fn element_of_a_vector(&self) {
        let shard = self.shards[0].lock().unwrap();
        probe(&self.shards[0], "element_of_a_vector").await;
        assert!(*shard < 9);
    }

    async fn on_the_next_turn_of_a_loop(&self) {
        let mut count = self.count.lock().unwrap();
        for turn in 0..2 {
            if turn == 1 {
                *count += 1;
                probe(&self.count, "on_the_next_turn_of_a_loop").await;
            }
        }
    }

    async fn after_a_break_that_keeps_it(&self) {
        let count = self.count.lock().unwrap();
        loop {
            if *count < 9 {
                break;
            }
            drop(count);
            return;
        }
        probe(&self.count, "after_a_break_that_keeps_it").await;
    }

    async fn not_captured_by_the_block_that_is_spawned(&self) {
        let count = self.count.lock().unwrap();
        let task = async move { 1 };
        assert_eq!(task.await, 1);
        probe(&self.count, "not_captured_by_the_block_that_is_spawned").await;
        assert!(*count < 9);
    }
}

async fn of_a_static() {
    let total = TOTAL.lock().unwrap();
    probe(&TOTAL, "of_a_static").await;
    assert!(*total < 9);
}

async fn of_a_parameter(count: Arc<Mutex<u64>>) {
    let value = count.lock().expect("not poisoned");
    probe(&count, "of_a_parameter").await;
    assert!(*value < 9);
}

async fn of_a_local() {
    let count = Arc::new(Mutex::new(1));
    let same = Arc::clone(&count);
    let value = same.lock().unwrap();
    probe(&count, "of_a_local").await;
    assert_eq!(*value, 1);
}

async fn probe<T>(lock: &Mutex<T>, name: &str) {
    println!("{name} {}", if lock.try_lock().is_err() { "held" } else { "free" });
}

async fn probe_of<T>(_value: u64, lock: &Mutex<T>, name: &str) {
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
    let shared = Shared { shards: vec![Mutex::new(0)], ..Shared::default() };
    block_on(async {
        shared.bound_to_the_end_of_the_block().await;
        shared.underscore_name_still_holds().await;
        shared.shadowing_does_not_drop().await;
        shared.dropping_the_shadow_is_no_drop().await;
        shared.moved_to_another_name().await;
        shared.dropped_on_one_path_only(false).await;
        shared.dropped_after_the_await().await;
        shared.assigned_again().await;
        shared.taken_in_an_inner_block_for_an_outer_name().await;
        shared.value_of_a_block().await;
        shared.value_of_a_match().await;
        shared.kept_in_a_struct().await;
        shared.kept_in_a_tuple().await;
        shared.bound_by_if_let().await;
        shared.bound_by_let_else().await;
        shared.bound_by_a_match_arm().await;
        shared.head_of_match().await;
        shared.head_of_if_let().await;
        shared.head_of_while_let().await;
        shared.head_of_for().await;
        shared.argument_of_the_awaited_call().await;
        shared.extended_by_a_reference().await;
        shared.read_guard().await;
        shared.borrow_of_a_cell().await;
        shared.element_of_a_vector().await;
        shared.on_the_next_turn_of_a_loop().await;
        shared.after_a_break_that_keeps_it().await;
        shared.not_captured_by_the_block_that_is_spawned().await;
        of_a_static().await;
        of_a_parameter(Arc::new(Mutex::new(0))).await;
        of_a_local().await;
    });
}
