//@ path: lib/llm/src/http/service.rs
//! What a function does where its thread belongs to no async runtime holds up no task.
use std::future::Future;
use tokio::runtime::{Handle, Runtime};

struct Models;

impl Models {
    async fn answer(&self) {
        self.reload();
        self.refresh();
        self.retry();
    }

    fn reload(&self) {
        match Handle::try_current() {
            Ok(handle) => tokio::task::block_in_place(|| handle.block_on(self.load())),
            Err(_) => Runtime::new().unwrap().block_on(self.load()),
        }
    }

    fn refresh(&self) {
        if let Ok(handle) = Handle::try_current() {
            handle.spawn(async {});
        } else {
            own_runtime().block_on(self.load());
        }
    }

    fn retry(&self) {
        let Ok(handle) = Handle::try_current() else {
            own_runtime().block_on(self.load());
            return;
        };
        handle.spawn(async {});
    }

    fn load(&self) -> impl Future<Output = ()> {
        std::future::ready(())
    }
}

fn own_runtime() -> Runtime {
    Runtime::new().unwrap()
}

struct Engines;

impl Engines {
    async fn send(&self) {
        self.sender();
    }

    fn sender(&self) {
        if self.is_dead() {
            tracing::warn!("the engine is dead and starts anew");
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
    }

    fn is_dead(&self) -> bool {
        false
    }
}

enum Reply {
    Done,
    InternalError(String),
}

impl Reply {
    async fn answer(self) -> u16 {
        self.status()
    }

    fn status(self) -> u16 {
        match self {
            Reply::Done => 200,
            Reply::InternalError(message) => {
                std::fs::write("failure", message).ok();
                return 500;
            }
        }
    }

    async fn save(&self) -> u16 {
        self.written()
    }

    fn written(&self) -> u16 {
        if let Err(error) = self.check() {
            std::fs::write("failure", error).ok();
            return 500;
        }
        200
    }

    fn check(&self) -> Result<(), String> {
        Ok(())
    }
}
