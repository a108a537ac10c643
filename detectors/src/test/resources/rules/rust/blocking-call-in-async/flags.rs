//@ path: lib/llm/src/http/service/openai.rs
//! A service whose handlers wait on threads of the runtime.

use pyo3::prelude::*;
use std::fs::{self, File};
use std::io::Read;
use std::net::ToSocketAddrs;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;

struct Handler {
    callback: PyObject,
    results: mpsc::Receiver<String>,
}

impl Handler {
    async fn wait_until_ready(&self) {
        while !self.is_ready() {
            thread::sleep(Duration::from_millis(10));
//~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        }
    }

    async fn template(&self, path: &str) -> std::io::Result<String> {
        fs::read_to_string(path)
//~     ^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
    }

    async fn weights(&self, path: &str) -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        //~            ^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        fs::create_dir_all("/tmp/weights")?;
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        Ok(bytes)
    }

    async fn next_result(&self) -> Option<String> {
        self.results.recv().ok()
//~     ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    }

    async fn devices(&self) -> Vec<u8> {
        let probe = thread::spawn(|| 1);
        let found = probe.join().unwrap_or(0);
        //~         ^^^^^^^^^^^^ blocking-call-in-async significant
        let output = Command::new("nvidia-smi").arg("-L").output();
        //~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        output.map(|output| output.stdout).unwrap_or_else(|_| vec![found])
    }

    async fn fetch(&self, url: &str) -> Option<String> {
        let body = reqwest::blocking::get(url).ok()?;
        //~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        let client = reqwest::blocking::Client::new();
        client.get(url).header("accept", "*/*").send().ok()?;
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
        "router:8080".to_socket_addrs().ok()?;
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
        body.text().ok()
    }

    async fn answer(&self, receiver: oneshot::Receiver<u32>) -> u32 {
        futures::executor::block_on(receiver).unwrap_or(0)
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async significant
    }

    async fn transform(&self, prompt: String) -> PyResult<String> {
        Python::with_gil(|py| self.callback.call1(py, (prompt,))?.extract(py))
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
    }

    async fn share(&self) -> PyObject {
        Python::with_gil(|py| self.callback.clone_ref(py))
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate
    }

    fn spawn(self) {
        tokio::spawn(async move {
            let names: Vec<String> = (0..3).map(|i| fs::read_to_string(format!("{i}")).unwrap()).collect();
            //~                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
            drop(names);
        });
    }

    async fn settings(&self) -> String {
        self.cached_settings() + &read_settings("local.toml")
//~     ^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
        //~                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
    }

    fn cached_settings(&self) -> String {
        read_settings("settings.toml")
    }

    fn is_ready(&self) -> bool {
        true
    }
}

fn read_settings(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[tokio::main]
async fn main() {
    let settings = fs::read_to_string("settings.toml").unwrap();
    //~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible
    println!("{settings}");
}
