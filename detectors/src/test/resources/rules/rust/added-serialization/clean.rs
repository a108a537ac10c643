//@ path: lib/llm/src/kv_router/publisher.rs
async fn publish(event: KvCacheEvent, socket: &Socket) {
    // Nothing is serialised.
    let value = serde_json::Value::Null;
    let map = serde_json::Map::new();
    let text = event.to_string();
    socket.send(value, map, text).await;
}

// Its name says that it runs once.
fn from_env() -> Config {
    serde_json::from_str(&std::env::var("CONFIG").unwrap()).unwrap()
}

// Errors are few.
async fn answer(error: Failure, socket: &Socket) {
    socket.send(serde_json::to_string(&generate_error(error)).unwrap()).await;
}

fn error_body(message: &str) -> String {
    serde_json::to_string(message).unwrap()
}
