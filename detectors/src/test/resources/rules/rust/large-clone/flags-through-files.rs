//@ path: lib/llm/src/preprocessor/template.rs
use crate::config::{ModelConfig, Processor, Sampling};

pub struct Renderer {
    processor: Processor,
}

impl Renderer {
    pub fn prepare(&self, images: &[String], own: Option<Sampling>) -> usize {
        let processor = if own.is_some() {
            Processor::build(own)
        } else {
            self.processor.clone()
//~         ^^^^^^^^^^^^^^^^^^^^^^ large-clone minor
        };
        images.len() * processor.tile()
    }

    pub fn tile(&self, config: &ModelConfig) -> usize {
        let chosen = config.clone();
        //~          ^^^^^^^^^^^^^^ large-clone minor
        chosen.width()
    }

    pub fn many(&self, config: &ModelConfig, names: &[String]) -> usize {
        let mut total = 0;
        for name in names {
            total += self.one(name, config.clone());
            //~                     ^^^^^^^^^^^^^^ large-clone minor
        }
        total
    }

    fn one(&self, name: &str, config: ModelConfig) -> usize {
        name.len() + config.width()
    }
}
