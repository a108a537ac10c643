//@ path: lib/llm/src/config.rs
use bytes::Bytes;
use std::sync::Arc;

#[derive(Clone)]
pub struct Handle {
    shared: Arc<Vec<u8>>,
    payload: Bytes,
}

impl Handle {
    pub fn size(&self) -> usize {
        self.shared.len() + self.payload.len()
    }
}

pub struct Connection {
    addresses: Vec<u16>,
}

impl Clone for Connection {
    fn clone(&self) -> Self {
        Connection { addresses: Vec::new() }
    }
}

impl Connection {
    pub fn port(&self) -> usize {
        self.addresses.len()
    }
}

#[derive(Clone, Copy)]
pub enum Mode {
    Fast,
    Exact,
}

impl Mode {
    pub fn width(&self) -> usize {
        match self {
            Mode::Fast => 1,
            Mode::Exact => 2,
        }
    }
}

#[derive(Clone)]
pub struct View {
    names: Vec<String>,
}

impl View {
    pub fn of(names: &[String]) -> Self {
        View { names: names.to_vec() }
    }

    pub fn owned(self) -> View {
        self
    }

    pub fn size(&self) -> usize {
        self.names.len()
    }
}
