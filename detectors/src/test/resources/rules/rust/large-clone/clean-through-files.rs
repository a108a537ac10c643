//@ path: lib/llm/src/preprocessor/template.rs
use crate::config::{Connection, Handle, Mode, View};

pub struct Renderer {
    handle: Handle,
    connection: Connection,
    mode: Mode,
}

impl Renderer {
    // What another file's struct shares is cheap to clone.
    pub fn share(&self) -> usize {
        let handle = self.handle.clone();
        handle.size()
    }

    // What clones itself by code of its own is mostly a handle, too.
    pub fn connect(&self) -> usize {
        let connection = self.connection.clone();
        connection.port()
    }

    pub fn mode(&self) -> usize {
        let mode = self.mode.clone();
        mode.width()
    }

    // A struct of which nobody knows anything.
    pub fn other(&self, unknown: &elsewhere::Thing) -> usize {
        let thing = unknown.clone();
        thing.size()
    }

    // What a view borrows from is still borrowed when it is copied for the last time.
    pub fn keep(&self, names: Vec<String>, views: &mut Vec<View>) -> Vec<String> {
        let view = View::of(&names);
        let copied = names.clone();
        views.push(view.owned());
        copied
    }
}

// A task of its own may borrow from nobody.
pub fn watch(view: &View) {
    tokio::spawn(follow(view.clone()));
}

async fn follow(view: View) {
    println!("{}", view.size());
}
