//@ path: lib/llm/src/preprocessor/copies.rs
//! Bytes that are copied at once, or cannot be.

use std::collections::VecDeque;

struct Header {
    length: u32,
    kinds: Vec<u16>,
}

fn chunked(values: &[f32]) -> Vec<u8> {
    let mut bytes = vec![0; values.len() * 4];
    for (chunk, value) in bytes.chunks_exact_mut(4).zip(values) {
        chunk.copy_from_slice(&value.to_le_bytes());
    }
    bytes
}

/// The length of a sequence in memory is known: this is a copy of the whole.
fn sequences(slice: &[f32], list: Vec<u32>, ring: &VecDeque<u64>, bytes: &mut Vec<u8>) -> Vec<u8> {
    bytes.extend(list.into_iter().flat_map(|token| token.to_le_bytes()));
    bytes.extend(ring.iter().copied().flat_map(|hash| hash.to_le_bytes()));
    slice.iter().map(|value| value * 2.0).flat_map(|value| value.to_le_bytes()).collect()
}

/// Blocks of a few tokens, and the few items of each, go into a buffer that keeps its room.
fn blocks(tokens: &[u32], items: &[Vec<u64>], size: usize) -> Vec<u64> {
    let mut bytes = Vec::with_capacity(size * 4);
    let mut hashes = Vec::with_capacity(items.len());
    for (block, item) in tokens.chunks_exact(size).zip(items) {
        bytes.clear();
        for &token in block {
            bytes.extend_from_slice(&token.to_le_bytes());
        }
        for hash in item {
            bytes.extend_from_slice(&hash.to_le_bytes());
        }
        hashes.push(hash_of(&bytes));
    }
    hashes
}

fn fallback(array: &Array) -> Vec<u8> {
    if let Some(slice) = array.as_slice() {
        slice.to_bytes()
    } else {
        array.iter().flat_map(|value| value.to_le_bytes()).collect()
    }
}

fn other_machines(values: &[f32]) -> Vec<u8> {
    #[cfg(target_endian = "little")]
    {
        bytes_of(values).to_vec()
    }
    #[cfg(not(target_endian = "little"))]
    {
        values.iter().flat_map(|value| value.to_le_bytes()).collect()
    }
}

fn fields(headers: &[Header], bytes: &mut Vec<u8>) {
    for header in headers {
        bytes.extend_from_slice(&header.length.to_le_bytes());
    }
    for header in headers {
        let length = header.length + 1;
        bytes.extend_from_slice(&length.to_le_bytes());
    }
}

fn combined(parent: u64, hash: u64) -> Vec<u8> {
    let both = [parent, hash];
    both.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn hashed(values: &[u64], hasher: &mut Hasher) {
    for value in values {
        hasher.update(&value.to_le_bytes());
    }
}

fn flattened(headers: &[Header]) -> Vec<u16> {
    headers.iter().flat_map(|header| header.kinds.clone()).collect()
}
