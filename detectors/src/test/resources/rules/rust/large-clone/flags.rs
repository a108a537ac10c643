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
        let text = self.pending.clone();
        //~        ^^^^^^^^^^^^^^^^^^^^ large-clone negligible
        self.pending.clear();
        text
    }

    fn cut(&mut self, batches: &mut Vec<Vec<u32>>) {
        batches.push(self.ids.clone());
        //~          ^^^^^^^^^^^^^^^^ large-clone moderate
        self.ids = Vec::new();
    }

    fn lengths(&self) -> usize {
        self.ids.clone().len() + self.profile.labels.clone().keys().count()
//~     ^^^^^^^^^^^^^^^^ large-clone moderate
        //~                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }

    fn lend(&self) -> usize {
        count(&self.profile.labels.clone())
        //~    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }

    fn lend_borrowed(labels: &HashMap<String, String>) -> usize {
        count(&labels.clone())
        //~    ^^^^^^^^^^^^^^ large-clone minor
    }

    fn compare(&self, other: &Profile) -> bool {
        self.profile.weights.clone() == other.weights
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
    }

    fn sum(&self) -> u32 {
        let mut sum = 0;
        for id in self.ids.clone() {
        //~       ^^^^^^^^^^^^^^^^ large-clone moderate
            sum += id;
        }
        sum + self.ids.clone().into_iter().max().unwrap_or(0)
        //~   ^^^^^^^^^^^^^^^^ large-clone moderate
    }

    fn weighted(&self) -> f32 {
        let weights = self.profile.weights.clone();
        //~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
        let mut sum = 0.0;
        for weight in weights.iter() {
            sum += weight;
        }
        sum / weights.len() as f32
    }

    fn looked_up(&self, name: &str) -> usize {
        if let Some(profile) = self.profiles.get(name).cloned() {
        //~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
            return profile.weights.len();
        }
        0
    }

    fn normalized(&self, factor: f32) -> f32 {
        let profile = if factor > 1.0 { Profile::scaled(factor) } else { self.profile.clone() };
        //~                                                              ^^^^^^^^^^^^^^^^^^^^ large-clone minor
        profile.weights.iter().sum()
    }

    /// The comment behind the value of the block belongs to it.
    fn fallen_back(&self, factor: f32) -> f32 {
        let profile = if factor > 1.0 {
            Profile::scaled(factor)
        } else {
            self.profile.clone() // as it was loaded
//~         ^^^^^^^^^^^^^^^^^^^^ large-clone minor
        };
        profile.weights.iter().sum()
    }

    fn delta(&mut self) -> Option<String> {
        let tail = self.bytes[self.offset..].to_vec();
        //~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
        let text = unsafe { String::from_utf8_unchecked(tail) };
        if text.ends_with('?') {
            return None;
        }
        self.offset = self.bytes.len();
        Some(text)
    }

    fn named(&self, known: &Profile) -> Option<String> {
        let name = known.name.clone();
        //~        ^^^^^^^^^^^^^^^^^^ large-clone minor
        if name.is_empty() {
            return None;
        }
        Some(name)
    }

    fn filled(&self, mut steps: Vec<Step>, size: usize) -> Vec<Step> {
        if let Some(Step::Tokens { parent, .. }) = steps.first().cloned() {
            steps.resize(size, parent.as_deref().cloned().unwrap_or(Step::Done));
            //~                ^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
        }
        steps
    }

    fn or_default(&self, name: Option<String>) -> String {
        name.unwrap_or(self.profile.name.clone())
        //~            ^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }

    fn scored(&self) -> f32 {
        total(self.profile.weights.clone(), 2.0)
        //~   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone moderate
    }

    fn weights(&self) -> Vec<f32> {
        self.profile.weights.clone()
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }

    fn name(&self) -> String {
        self.profile.name.clone()
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }

    fn longest(&self, names: &[String]) -> Option<String> {
        names.iter().cloned().max_by_key(|name| name.len())
        //~          ^^^^^^ large-clone minor
    }

    fn spread(&self, workers: &[u64]) -> usize {
        let mut kept = 0;
        for worker in workers {
            let weights = keep(self.profile.weights.clone());
            //~                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ large-clone significant
            kept += weights.len() + *worker as usize;
        }
        kept
    }

    async fn retried(&self, request: &Profile) -> usize {
        let request = request.clone();
        execute_with_retry(move |_attempt| {
            let request = request.clone();
            //~           ^^^^^^^^^^^^^^^ large-clone moderate
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
        //~  ^^^^^^^^^^^^^^^^^^^ large-clone moderate
    }

    fn set_kind(&mut self, kind: Option<String>) {
        if self.kind.is_none() {
            self.kind = kind;
        }
    }

    fn observe(&mut self, annotation: &Annotation) {
        self.set_kind(annotation.kind.clone());
        //~           ^^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
    }
}

async fn send_with_retry<T: Serialize + Clone>(request: &T) -> usize {
    execute_with_retry(|_attempt| {
        let request = request.clone();
        //~           ^^^^^^^^^^^^^^^ large-clone moderate
        async move { post(request).await }
    })
    .await
}
