//@ path: lib/llm/src/http/service/openai.rs
//! Work that is handed to threads that may block, and calls that only look as if they blocked.

use pyo3::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;
use tokio::fs::File;
use tokio::process::Command;
use tokio::sync::mpsc;

struct Handler {
    callback: Arc<PyObject>,
    results: mpsc::Receiver<String>,
    parts: Vec<String>,
}

impl Handler {
    async fn wait_until_ready(&self) {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    async fn template(&self, path: PathBuf) -> std::io::Result<String> {
        tokio::task::spawn_blocking(move || fs::read_to_string(path)).await.unwrap()
    }

    async fn in_place(&self, path: PathBuf) -> std::io::Result<String> {
        tokio::task::block_in_place(|| read_settings(&path))
    }

    async fn transform(&self, prompt: String) -> PyResult<String> {
        let callback = self.callback.clone();
        tokio::task::spawn_blocking(move || {
            Python::with_gil(|py| callback.call1(py, (prompt,))?.extract(py))
        })
        .await
        .unwrap()
    }

    async fn weights(&self) -> std::io::Result<File> {
        let file = File::open("weights").await?;
        Command::new("sync").status().await?;
        Ok(file)
    }

    async fn next_result(&mut self) -> Option<String> {
        let name = self.parts.join("/");
        self.results.recv().await.map(|result| result + &name)
    }

    // Says what is to be done later, on whichever thread.
    async fn reader(&self) -> impl Fn() -> String {
        || fs::read_to_string("later").unwrap_or_default()
    }

    fn start(self: Arc<Self>) {
        thread::spawn(move || {
            thread::sleep(Duration::from_secs(1));
            // This thread serves one future only.
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async move {
                fs::write("ready", self.parts.join(" ")).unwrap();
            });
        });
    }

    // Runs for whoever calls it.
    fn settings(&self) -> std::io::Result<String> {
        read_settings(&PathBuf::from("settings.toml"))
    }

    async fn version(&self) -> &'static str {
        cached_version()
    }

    async fn check(&self, ready: bool) -> Result<(), String> {
        if !ready {
            return Err(describe());
        }
        Ok(())
    }
}

fn cached_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| fs::read_to_string("version").unwrap_or_default())
}

fn describe() -> String {
    "not ready".to_string()
}

fn read_settings(path: &PathBuf) -> std::io::Result<String> {
    fs::read_to_string(path)
}

/// Python gets its answer under the lock whoever makes it.
fn ask<'py>(py: Python<'py>, handler: Arc<Handler>) -> PyResult<Bound<'py, PyAny>> {
    pyo3_async_runtimes::tokio::future_into_py(py, async move {
        let text = handler.template(PathBuf::new()).await?;
        Python::with_gil(|py| Ok(pythonize(py, &text)?.unbind()))
    })
}
