//@ path: lib/llm/src/kv_router/indexer.rs
//! The same copies of what is large and of what is small.

pub struct Sampler {
    sorted: Vec<Vec<f32>>,
    shape: Vec<usize>,
    stop_conditions: Vec<String>,
    collection_name: String,
    pending_content: String,
}

impl Sampler {
    fn largest(&self, row: usize) -> f32 {
        let probabilities: Vec<f32> = self.sorted[row].clone();
        probabilities.iter().sum()
    }

    fn largest_of(&self, row: usize, top_k: usize) -> f32 {
        let probabilities: Vec<f32> = self.sorted[row][0..top_k].to_vec();
        probabilities.iter().sum()
    }

    fn rank(&self) -> usize {
        let shape = &self.shape;
        shape.len()
    }

    fn stops(&self) -> usize {
        let conditions = &self.stop_conditions;
        conditions.len()
    }

    fn named(&self) -> usize {
        let name = &self.collection_name;
        name.len()
    }

    fn held_back(&self) -> usize {
        let held = &self.pending_content;
        held.len()
    }
}
