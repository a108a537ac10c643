//@ path: lib/llm/src/http/service/openai.rs
async fn chat_completions(request: Request, pool: &Pool) -> Response {
    // The way to take slow work off the runtime.
    let tokens = tokio::task::spawn_blocking(move || tokenize(&request)).await;
    // Nobody knows what this is.
    pool.spawn(tokens);
    answer().await
}

// Its name says that it runs once.
fn start_collector(events: Events) {
    tokio::spawn(async move { collect(events).await });
}
