//@ path: sgl-model-gateway/src/routers/openai/mcp.rs
//! Requests that are made one after the other.

use futures::StreamExt;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tonic::Request;

struct Session {
    client: reqwest::Client,
    tools: Arc<Tools>,
}

impl Session {
    async fn execute_all(&self, inputs: Vec<Input>) -> Vec<Output> {
        let mut outputs = Vec::with_capacity(inputs.len());
        for input in inputs {
            outputs.push(self.run_tool(input).await);
            //~          ^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
        }
        outputs
    }

    async fn run_tool(&self, input: Input) -> Output {
        let name = input.name();
        self.tools.invoke(name, input).await
    }

    async fn metrics(&self, workers: &[String]) -> HashMap<String, String> {
        let mut metrics = HashMap::new();
        for worker in workers {
            let request = self.client.get(format!("{worker}/metrics"));
            match request.send().await {
            //~   ^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
                Ok(response) => {
                    if let Ok(text) = response.text().await {
                        metrics.insert(worker.clone(), text);
                    }
                }
                Err(error) => tracing::warn!("no metrics from {worker}: {error}"),
            }
        }
        metrics
    }

    async fn health(&self, workers: &mut [Worker]) -> Result<Vec<bool>, tonic::Status> {
        let mut healthy = Vec::new();
        for worker in workers.iter() {
            let response = worker.health_check(Request::new(())).await?;
            //~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop minor
            healthy.push(response.serving);
        }
        for worker in workers.iter() {
            if tokio::time::timeout(Duration::from_secs(1), worker.ping()).await.is_err() {
            //~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop minor
                tracing::warn!("no answer");
            }
        }
        Ok(healthy)
    }

    async fn tokens(&self, texts: Vec<String>) -> Result<Vec<u32>, Error> {
        let mut counts = Vec::new();
        for text in texts {
            counts.push(self.tools.fetch_tokens(text).await?);
            //~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop significant
        }
        Ok(counts)
    }

    async fn translations(&self, texts: Vec<String>) -> Vec<String> {
        let mut translated = Vec::new();
        for text in texts {
            let answer = self.tools.translate(text).await;
            //~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sequential-await-in-loop minor
            translated.push(answer);
        }
        translated
    }
}
