//@ path: lib/kv-router/src/indexer/copies.rs
//! Copies that nobody needs.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

#[derive(Clone)]
struct Profile {
    name: String,
    weights: Vec<f32>,
    labels: HashMap<String, String>,
}

#[derive(Clone)]
enum Step {
    Text(String),
    Tokens { ids: Vec<u32>, parent: Option<Box<Step>> },
    Done,
}

struct Decoder {
    pending: String,
    ids: Vec<u32>,
    bytes: Vec<u8>,
    offset: usize,
    profile: Profile,
    profiles: HashMap<String, Profile>,
}

fn total(weights: Vec<f32>, scale: f32) -> f32 {
    weights.iter().sum::<f32>() * scale
}

fn keep(weights: Vec<f32>) -> Vec<f32> {
    weights
}

fn count(labels: &HashMap<String, String>) -> usize {
    labels.len()
}

impl Decoder {
    fn flush(&mut self) -> String {
        let text = std::mem::take(&mut self.pending);
        text
    }

    fn cut(&mut self, batches: &mut Vec<Vec<u32>>) {
        batches.push(std::mem::take(&mut self.ids));
    }

    fn lengths(&self) -> usize {
        self.ids.len() + self.profile.labels.keys().count()
    }

    fn lend(&self) -> usize {
        count(&self.profile.labels)
    }

    fn lend_borrowed(labels: &HashMap<String, String>) -> usize {
        count(labels)
    }

    fn compare(&self, other: &Profile) -> bool {
        self.profile.weights == other.weights
    }

    fn sum(&self) -> u32 {
        let mut sum = 0;
        for id in self.ids.clone() {
            sum += id;
        }
        sum + self.ids.clone().into_iter().max().unwrap_or(0)
    }

    fn weighted(&self) -> f32 {
        let weights = &self.profile.weights;
        let mut sum = 0.0;
        for weight in weights.iter() {
            sum += weight;
        }
        sum / weights.len() as f32
    }

    fn looked_up(&self, name: &str) -> usize {
        if let Some(profile) = self.profiles.get(name).cloned() {
            return profile.weights.len();
        }
        0
    }

    fn normalized(&self, factor: f32) -> f32 {
        let profile = if factor > 1.0 { Profile::scaled(factor) } else { self.profile.clone() };
        profile.weights.iter().sum()
    }

    /// The comment behind the value of the block belongs to it.
    fn fallen_back(&self, factor: f32) -> f32 {
        let profile = if factor > 1.0 {
            Profile::scaled(factor)
        } else {
            self.profile.clone() // as it was loaded
        };
        profile.weights.iter().sum()
    }

    fn delta(&mut self) -> Option<String> {
        let tail = self.bytes[self.offset..].to_vec();
        let text = unsafe { String::from_utf8_unchecked(tail) };
        if text.ends_with('?') {
            return None;
        }
        self.offset = self.bytes.len();
        Some(text)
    }

    fn named(&self, known: &Profile) -> Option<String> {
        let name = known.name.clone();
        if name.is_empty() {
            return None;
        }
        Some(name)
    }

    fn filled(&self, mut steps: Vec<Step>, size: usize) -> Vec<Step> {
        if let Some(Step::Tokens { parent, .. }) = steps.first().cloned() {
            steps.resize_with(size, || parent.as_deref().cloned().unwrap_or(Step::Done));
        }
        steps
    }

    fn or_default(&self, name: Option<String>) -> String {
        name.unwrap_or_else(|| self.profile.name.clone())
    }

    fn scored(&self) -> f32 {
        total(self.profile.weights.clone(), 2.0)
    }

    fn weights(&self) -> Vec<f32> {
        self.profile.weights.clone()
    }

    fn name(&self) -> String {
        self.profile.name.clone()
    }

    fn longest(&self, names: &[String]) -> Option<String> {
        names.iter().cloned().max_by_key(|name| name.len())
    }

    fn spread(&self, workers: &[u64]) -> usize {
        let mut kept = 0;
        for worker in workers {
            let weights = keep(self.profile.weights.clone());
            kept += weights.len() + *worker as usize;
        }
        kept
    }

    async fn retried(&self, request: &Profile) -> usize {
        let request = request.clone();
        execute_with_retry(move |_attempt| {
            let request = request.clone();
            async move { request.weights.len() }
        })
        .await
    }
}

impl Profile {
    fn scaled(factor: f32) -> Self {
        Profile { name: String::new(), weights: vec![factor], labels: HashMap::new() }
    }
}

struct Store {
    modules: RwLock<HashMap<u64, Module>>,
    kind: Option<String>,
}

struct Module {
    code: Vec<u8>,
}

impl Store {
    fn code(&self, id: u64) -> Option<Vec<u8>> {
        let modules = self.modules.read().unwrap();
        let module = modules.get(&id)?;
        Some(module.code.clone())
    }

    fn set_kind(&mut self, kind: Option<String>) {
        if self.kind.is_none() {
            self.kind = kind;
        }
    }

    fn observe(&mut self, annotation: &Annotation) {
        self.set_kind(annotation.kind.clone());
    }
}

async fn send_with_retry<T: Serialize + Clone>(request: &T) -> usize {
    execute_with_retry(|_attempt| {
        let request = request.clone();
        async move { post(request).await }
    })
    .await
}
