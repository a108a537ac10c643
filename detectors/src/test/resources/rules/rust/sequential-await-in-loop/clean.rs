//@ path: sgl-model-gateway/src/routers/openai/mcp.rs
//! Loops whose order matters, whose turns depend on each other, or that wait for nothing outside.

use futures::future::join_all;
use futures::stream::{self, StreamExt};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, RwLock, Semaphore};
use tokio::task::JoinHandle;

struct Session {
    client: reqwest::Client,
    tools: Arc<Tools>,
    limit: Arc<Semaphore>,
    names: RwLock<HashMap<u64, String>>,
    events: mpsc::Sender<Event>,
}

impl Session {
    async fn all_at_once(&self, inputs: Vec<Input>) -> Vec<Output> {
        join_all(inputs.into_iter().map(|input| self.tools.invoke(input))).await
    }

    async fn a_few_at_once(&self, inputs: Vec<Input>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for part in inputs.chunks(8) {
            outputs.extend(join_all(part.iter().map(|input| self.tools.invoke(input.clone()))).await);
        }
        stream::iter(inputs).map(|input| self.tools.invoke(input)).buffered(8).collect::<Vec<_>>().await;
        outputs
    }

    // They have been started already.
    async fn joined(&self, handles: Vec<JoinHandle<Output>>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for handle in handles {
            outputs.push(handle.await.unwrap());
        }
        outputs
    }

    async fn until_one_answers(&self, workers: &[Worker]) -> Option<Output> {
        for worker in workers {
            if let Ok(output) = worker.fetch_output().await {
                return Some(output);
            }
        }
        None
    }

    async fn until_one_fails(&self, workers: &[Worker]) -> Vec<Output> {
        let mut outputs = Vec::new();
        for worker in workers {
            match worker.fetch_output().await {
                Ok(output) => outputs.push(output),
                Err(_) => break,
            }
        }
        outputs
    }

    async fn retried(&self, url: &str) -> Option<Output> {
        let mut outputs = Vec::new();
        for attempt in 0..3 {
            outputs.push(self.client.get(format!("{url}?{attempt}")).send().await);
        }
        for _ in 0..3 {
            outputs.push(self.client.get(url).send().await);
        }
        for delay in [1, 2, 4] {
            outputs.push(self.client.get(url).send().await);
            tokio::time::sleep(Duration::from_secs(delay)).await;
        }
        None
    }

    async fn each_from_the_last(&self, questions: Vec<String>) -> Vec<String> {
        let mut answers = Vec::new();
        let mut context = String::new();
        for question in questions {
            let answer = self.tools.generate(question, &context).await;
            context = answer.clone();
            answers.push(answer);
        }
        answers
    }

    async fn seen_so_far(&self, questions: Vec<String>) -> Vec<String> {
        let mut answers = Vec::new();
        for question in questions {
            let answer = self.tools.generate(question, &answers).await;
            answers.push(answer);
        }
        answers
    }

    async fn on_one_connection(&self, connection: &mut Connection, queries: Vec<String>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for query in queries {
            outputs.push(connection.query(query).await);
        }
        outputs
    }

    async fn with_one_decoder(&self, decoder: &mut Decoder, inputs: Vec<Input>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for input in inputs {
            outputs.push(self.tools.generate_with(input, decoder).await);
        }
        outputs
    }

    async fn with_own_state(&mut self, inputs: Vec<Input>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for input in inputs {
            outputs.push(self.execute(input).await);
        }
        outputs
    }

    async fn execute(&mut self, input: Input) -> Output {
        self.tools.invoke(input).await
    }

    // Events keep their order.
    async fn send_all(&self, events: Vec<Event>) {
        let mut sent = Vec::new();
        for event in events {
            self.events.send(event.clone()).await.ok();
            sent.push(event);
        }
    }

    // What comes before must have worked.
    async fn migrate(&self, steps: Vec<Input>) -> Result<Vec<Output>, Error> {
        let mut outputs = Vec::new();
        for migration in steps {
            outputs.push(self.tools.execute(migration).await?);
        }
        Ok(outputs)
    }

    async fn limited(&self, inputs: Vec<Input>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for input in inputs {
            let _permit = self.limit.acquire().await;
            outputs.push(self.tools.invoke(input).await);
        }
        // One at a time, so that the tools are not overrun.
        for input in self.tools.all() {
            outputs.push(self.tools.invoke(input).await);
        }
        outputs
    }

    // Nothing outside the process is waited for.
    async fn names(&self, keys: Vec<u64>) -> Vec<String> {
        let mut names = Vec::new();
        for key in keys {
            names.push(self.name_of(key).await);
        }
        names
    }

    async fn name_of(&self, key: u64) -> String {
        self.names.read().await.get(&key).cloned().unwrap_or_default()
    }
}
