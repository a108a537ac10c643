//@ path: lib/llm/src/http/service/openai.rs
use tokio::task;

async fn chat_completions(request: Request) -> Response {
    tokio::spawn(async move { record(&request).await });
//~ ^^^^^^^^^^^^ added-task minor
    let handle = task::spawn(answer());
    //~          ^^^^^^^^^^^ added-task minor
    std::thread::spawn(move || count());
//~ ^^^^^^^^^^^^^^^^^^ added-task minor
    handle.await.unwrap()
}
