//@ path: lib/llm/src/http/service/openai.rs
use tokio::sync::{mpsc, oneshot};

async fn chat_completions(request: Request, ssh: &Session) -> Response {
    // One message.
    let (tx, rx) = oneshot::channel();
    submit(request, tx).await;
    // Not a channel of messages.
    ssh.channel();
    rx.await.unwrap()
}

// Its name says that it runs once.
fn new_publisher() -> Publisher {
    let (tx, rx) = mpsc::channel(1024);
    Publisher { tx, rx }
}
