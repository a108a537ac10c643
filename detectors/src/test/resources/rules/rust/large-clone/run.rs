//! Prints the same whether or not the copies are made.

use std::collections::HashMap;

struct Decoder {
    pending: String,
    ids: Vec<u32>,
    labels: HashMap<String, String>,
}

fn count(labels: &HashMap<String, String>) -> usize {
    labels.len()
}

impl Decoder {
    fn flush(&mut self) -> String {
        let text = self.pending.clone();
        self.pending.clear();
        text
    }

    fn cut(&mut self, batches: &mut Vec<Vec<u32>>) {
        batches.push(self.ids.clone());
        self.ids.clear();
    }

    fn sizes(&self) -> usize {
        self.ids.clone().len() + count(&self.labels.clone()) + self.labels.clone().keys().count()
    }

    fn lend(labels: &HashMap<String, String>) -> usize {
        count(&labels.clone())
    }

    fn same(&self, other: &Decoder) -> bool {
        self.pending.clone() == other.pending && self.ids.clone() != other.ids
    }
}

fn main() {
    let mut decoder = Decoder {
        pending: "text".to_string(),
        ids: vec![1, 2, 3],
        labels: HashMap::from([("a".to_string(), "b".to_string())]),
    };
    let mut batches = Vec::new();
    println!("{} {}", decoder.sizes(), Decoder::lend(&decoder.labels));
    println!("{}", decoder.same(&decoder));
    println!("{:?} {:?}", decoder.flush(), decoder.pending);
    decoder.cut(&mut batches);
    println!("{batches:?} {:?}", decoder.ids);
}
