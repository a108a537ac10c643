//! Reads the chat templates of models.

use std::fs;
use std::io;
use std::path::PathBuf;

/// The templates of a folder.
pub struct TemplateStore {
    folder: PathBuf,
}

impl TemplateStore {
    /// The template of a model.
    pub fn template_of(&self, model: &str) -> io::Result<String> {
        self.read(model)
    }

    fn read(&self, model: &str) -> io::Result<String> {
        fs::read_to_string(self.folder.join(model))
    }
}
