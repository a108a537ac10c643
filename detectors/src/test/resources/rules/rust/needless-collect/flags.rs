//@ path: lib/kv-router/src/indexer/lists.rs
//! Lists that nobody needs.

use std::collections::HashMap;

struct Worker {
    name: String,
    load: u32,
}

enum Part {
    Text { text: String },
    Image,
}

struct Registry {
    workers: Vec<Worker>,
    models: HashMap<String, Vec<u64>>,
}

impl Registry {
    fn models(&self) -> Vec<String> {
        self.models.iter().filter(|(_, ids)| !ids.is_empty()).map(|(name, _)| name.clone()).collect()
    }

    fn loads(&self) -> Vec<u32> {
        self.workers.iter().map(|worker| worker.load).collect()
    }

    fn counted(&self) -> usize {
        self.workers.iter().filter(|worker| worker.load > 0).collect::<Vec<_>>().len()
        //~                                                  ^^^^^^^ needless-collect minor
    }

    fn idle(&self) -> bool {
        self.workers.iter().filter(|worker| worker.load > 0).map(|worker| worker.load).collect::<Vec<u32>>().is_empty()
        //~                                                                            ^^^^^^^ needless-collect minor
    }

    fn known(&self, name: &str) -> bool {
        let names: Vec<&str> = self.workers.iter().map(|worker| worker.name.as_str()).collect();
        //~                                                                           ^^^^^^^ needless-collect minor
        names.contains(&name)
    }

    fn total(&self) -> u32 {
        let mut total = 0;
        let loads = self.workers.iter().map(|worker| worker.load).collect::<Vec<_>>();
        //~                                                       ^^^^^^^ needless-collect minor
        for load in loads {
            total += load;
        }
        total
    }

    fn highest(&self) -> Option<u32> {
        let loads: Vec<u32> = self.workers.iter().map(|worker| worker.load).collect();
        //~                                                                 ^^^^^^^ needless-collect minor
        loads.into_iter().max()
    }

    fn of_own_function(&self) -> (usize, bool, u32) {
        let mut sum = 0;
        for load in self.loads() {
        //~         ^^^^^^^^^^^^ needless-collect minor
            sum += load;
        }
        (self.models().len(), self.loads().iter().any(|load| *load > 3), sum)
//~      ^^^^^^^^^^^^^ needless-collect minor
        //~                   ^^^^^^^^^^^^ needless-collect minor
    }

    fn joined(&self) -> String {
        let names: Vec<String> = self.workers.iter().map(|worker| worker.name.clone()).collect();
        //~                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect minor
        names.join(",")
    }
}

fn text_of(parts: &[Part]) -> Option<String> {
    let texts: Vec<String> = parts
//~ [29..+6:18] needless-collect minor
        .iter()
        .filter_map(|part| match part {
            Part::Text { text } => Some(text.clone()),
            Part::Image => None,
        })
        .collect();
    if texts.is_empty() {
        None
    } else {
        Some(texts.join(" "))
    }
}

fn lines_of(text: &str) -> usize {
    let mut count = 0;
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.is_empty()).collect();
    //~                                                                     ^^^^^^^ needless-collect minor
    for line in &lines {
        count += line.len();
    }
    count
}
