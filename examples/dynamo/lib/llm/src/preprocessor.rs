//! Prepares a request before it is tokenized.

use regex::Regex;
use std::sync::LazyLock;

static BLANKS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[ \t]+").unwrap());

/// Cleans the prompts of one model.
pub struct PromptCleaner {
    forbidden: Regex,
}

impl PromptCleaner {
    /// A cleaner that removes what `forbidden` matches.
    pub fn new(forbidden: &str) -> Result<Self, regex::Error> {
        Ok(PromptCleaner {
            forbidden: Regex::new(forbidden)?,
        })
    }

    /// The prompt without media that is given inline and without runs of blanks.
    pub fn clean(&self, prompt: &str) -> String {
        let inline = Regex::new(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+").unwrap();
        let without_media = inline.replace_all(prompt, "<media>");
        let without_forbidden = self.forbidden.replace_all(&without_media, "");
        BLANKS.replace_all(&without_forbidden, " ").into_owned()
    }
}
