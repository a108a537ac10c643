//@ path: lib/llm/src/config.rs
use std::collections::HashMap;

#[derive(Clone, Default)]
pub struct Sampling {
    pub temperature: f32,
}

#[derive(Clone)]
pub enum Layout {
    Tiled { sizes: Vec<u32> },
    Whole,
}

#[derive(Clone)]
pub struct Processor {
    layout: Layout,
    sampling: Option<Sampling>,
}

impl Processor {
    pub fn build(sampling: Option<Sampling>) -> Self {
        Processor { layout: Layout::Whole, sampling }
    }

    pub fn tile(&self) -> usize {
        match &self.layout {
            Layout::Tiled { sizes } => sizes.len(),
            Layout::Whole => 1,
        }
    }
}

#[derive(Clone)]
pub struct ModelConfig {
    pub name: String,
    pub labels: HashMap<String, String>,
}

impl ModelConfig {
    pub fn width(&self) -> usize {
        self.labels.len()
    }
}
