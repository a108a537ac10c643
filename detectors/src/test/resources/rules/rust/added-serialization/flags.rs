//@ path: lib/llm/src/kv_router/publisher.rs
use serde_json::{from_slice, Value};

async fn publish(event: KvCacheEvent, socket: &Socket) {
    let text = serde_json::to_string(&event).unwrap();
    //~        ^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
    let bytes = rmp_serde::to_vec_named(&event).unwrap();
    //~         ^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
    let answer: Value = from_slice(&socket.receive().await).unwrap();
    //~                 ^^^^^^^^^^ added-serialization minor
    let id = bincode::deserialize::<u64>(&bytes).unwrap();
    //~      ^^^^^^^^^^^^^^^^^^^^ added-serialization minor
    socket.send(text, answer, id).await;
}
