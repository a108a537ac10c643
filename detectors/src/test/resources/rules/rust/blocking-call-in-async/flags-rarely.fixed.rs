//@ path: lib/llm/src/http/service/openai.rs
//! Calls that block for a request, and the same where a model is loaded, a log is kept or a thread is there for it.

use std::fs;
use std::path::Path;
use std::sync::mpsc::Receiver;

pub struct Images {
    folder: String,
    waiting: Receiver<String>,
}

fn layout_of(folder: &str) -> String {
    fs::read_to_string(format!("{folder}/layout.json")).unwrap_or_default()
}

impl Images {
    /// Each request waits for it.
    async fn image(&self, request: ImageRequest) -> std::io::Result<Vec<u8>> {
        let layout = layout_of(&self.folder);
        fs::read(layout + &request.name)
    }

    /// The same function is told of once.
    async fn preview(&self, request: ImageRequest) -> usize {
        layout_of(&self.folder).len() + request.name.len()
    }

    /// Nothing tells that a request is behind it: mostly this is what a model is loaded from.
    async fn shards(&self, model: &Path) -> std::io::Result<String> {
        fs::read_to_string(model.join("index.json"))
    }

    /// Diagnostics are off unless someone looks for a fault.
    async fn answer(&self, request: ImageRequest, recorder: Option<RequestRecorder>) {
        if let Some(recorder) = recorder {
            recorder.log_request(&request);
        }
    }

    /// What stands before the loop of a server is set up.
    async fn run(&self, name: &str) {
        let first = self.waiting.recv();
        drop((first, name));
    }

    /// A thread of its own drives it.
    async fn write_images(&self) {
        loop {
            let name = self.waiting.recv();
            drop(name);
        }
    }

    fn writer(&self, runtime: &tokio::runtime::Runtime) {
        runtime.block_on(self.write_images());
    }
}

pub struct RequestRecorder;

impl RequestRecorder {
    fn log_request(&self, request: &ImageRequest) {
        fs::write("requests.log", &request.name).unwrap();
    }
}

pub struct ImageRequest {
    name: String,
}

impl Images {
    /// What ends a process is not waited for by requests.
    async fn try_stop_all(&self, request: ImageRequest) {
        tokio::time::sleep(request.patience).await;
    }
}

fn run_doctor() -> String {
    fs::read_to_string("/proc/driver/version").unwrap_or_default()
}

impl Images {
    /// A person asks what is wrong.
    async fn examine(&self, request: ImageRequest) -> String {
        run_doctor() + &request.name
    }
}
