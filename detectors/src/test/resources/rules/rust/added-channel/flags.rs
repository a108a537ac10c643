//@ path: lib/llm/src/http/service/openai.rs
use std::sync::mpsc as blocking;
use tokio::sync::{broadcast, mpsc};

async fn chat_completions(request: Request) -> Response {
    let (tx, rx) = mpsc::channel::<Chunk>(64);
    //~            ^^^^^^^^^^^^^ added-channel minor
    let (all, _) = broadcast::channel(16);
    //~            ^^^^^^^^^^^^^^^^^^ added-channel minor
    let (sender, receiver) = blocking::channel();
    //~                      ^^^^^^^^^^^^^^^^^ added-channel minor
    serve(request, tx, all, sender, receiver).await;
    stream_of(rx)
}
