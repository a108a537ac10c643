//@ path: lib/llm/src/preprocessor/pixels.rs
//! Numbers turned into bytes one by one.

use ndarray::ArrayD;

struct Image {
    pixels: ArrayD<f32>,
    tokens: Vec<u32>,
}

impl Image {
    fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flat_map(|value| value.to_le_bytes()).collect()
        //~                ^^^^^^^^ bulk-operation-by-element minor
    }

    fn appended(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.pixels.iter().copied().flat_map(|pixel| pixel.to_be_bytes()));
        //~                                      ^^^^^^^^ bulk-operation-by-element minor
    }

    fn picked(&self) -> Vec<u8> {
        self.tokens.iter().filter(|token| **token > 0).flat_map(|&token| token.to_le_bytes()).collect()
        //~                                            ^^^^^^^^ bulk-operation-by-element minor
    }

    fn looped(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.tokens.len() * 4);
        for token in &self.tokens {
            bytes.extend_from_slice(&token.to_ne_bytes());
//~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bulk-operation-by-element minor
        }
        bytes
    }
}

fn contiguous(pixels: &ArrayD<f32>) -> Vec<u8> {
    if let Some(slice) = pixels.as_slice() {
        slice.iter().flat_map(|value| value.to_le_bytes()).collect()
        //~          ^^^^^^^^ bulk-operation-by-element minor
    } else {
        Vec::new()
    }
}
