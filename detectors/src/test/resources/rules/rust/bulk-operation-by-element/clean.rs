//@ path: lib/llm/src/preprocessor/copies.rs
//! Bytes that are copied at once, or cannot be.

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
