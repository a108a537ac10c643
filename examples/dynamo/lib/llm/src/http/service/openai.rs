//! The chat endpoint.

use std::collections::HashMap;
use std::io;
use std::sync::Mutex;

use serde::Serialize;
use tokio::sync::mpsc;

use crate::templates::TemplateStore;

/// A part of an answer.
#[derive(Serialize)]
pub struct Chunk {
    pub request_id: String,
    pub text: String,
}

/// Whatever embeds images.
pub trait Encoder {
    /// The embedding of one image.
    fn embed(&self, url: &str) -> impl Future<Output = Vec<f32>> + Send;
}

/// Answers chat requests.
pub struct ChatService<E> {
    templates: TemplateStore,
    encoder: E,
    open: tokio::sync::Mutex<usize>,
    last: Mutex<HashMap<String, String>>,
}

impl<E: Encoder> ChatService<E> {
    /// The prompt of a request.
    pub async fn render(&self, model: &str, text: &str) -> io::Result<String> {
        let template = self.templates.template_of(model)?;
        Ok(template.replace("{text}", text))
    }

    /// Counts a request that comes in.
    pub async fn begin(&self) -> usize {
        let mut open = self.open.lock().await;
        *open += 1;
        *open
    }

    /// The embeddings of a request's images.
    pub async fn embed_all(&self, urls: &[String]) -> Vec<Vec<f32>> {
        let mut embeddings = Vec::with_capacity(urls.len());
        for url in urls {
            embeddings.push(self.encoder.embed(url).await);
        }
        embeddings
    }

    /// An embedding as the client wants it.
    pub fn bytes_of(&self, embedding: &[f32]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(embedding.len() * 4);
        for value in embedding {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        bytes
    }

    /// One chunk as a server-sent event; its text is kept for a client that connects again.
    pub fn event_of(&self, chunk: &Chunk) -> serde_json::Result<String> {
        let mut last = self.last.lock().unwrap();
        last.insert(chunk.request_id.clone(), chunk.text.clone());
        let event = serde_json::to_string(chunk)?;
        Ok(format!("data: {event}\n\n"))
    }

    /// The chunks of an answer, as the engine makes them.
    pub fn stream(&self, tokens: Vec<String>) -> mpsc::UnboundedReceiver<String> {
        let (sender, receiver) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            for token in tokens {
                if sender.send(token).is_err() {
                    break;
                }
            }
        });
        receiver
    }
}
