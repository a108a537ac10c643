//! Prints the same whether or not lists are collected.

struct Worker {
    load: u32,
}

fn counted(workers: &[Worker]) -> usize {
    workers.iter().filter(|worker| worker.load > 1).collect::<Vec<_>>().len()
}

fn idle(workers: &[Worker]) -> bool {
    workers.iter().filter(|worker| worker.load > 1).map(|worker| worker.load).collect::<Vec<u32>>().is_empty()
}

fn main() {
    let workers: Vec<Worker> = (0..4).map(|load| Worker { load }).collect();
    println!("{} {}", counted(&workers), counted(&workers[..1]));
    println!("{} {}", idle(&workers), idle(&workers[..2]));
}
