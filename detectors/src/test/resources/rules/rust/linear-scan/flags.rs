//@ path: lib/kv-router/src/indexer/scans.rs
//! Whole lists and texts gone through for each of many elements.

struct Block {
    hash: u64,
    parents: Vec<u64>,
}

struct Worker {
    id: u64,
    load: u32,
}

struct Index {
    blocks: Vec<Block>,
    queue: Vec<u64>,
}

impl Index {
    fn retain(&mut self, hashes: &[u64]) {
        self.blocks.retain(|block| hashes.contains(&block.hash));
        //~                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn matched(&self, hashes: &[u64], wanted: &Vec<u64>) -> usize {
        let mut matched = 0;
        for hash in hashes {
            if wanted.contains(hash) {
            //~^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
                matched += 1;
            }
        }
        matched
    }

    fn distinct(&self) -> Vec<u64> {
        let mut seen = Vec::new();
        for block in &self.blocks {
            if !seen.contains(&block.hash) {
            //~ ^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
                seen.push(block.hash);
            }
        }
        seen
    }

    fn children(&self, parent: &u64) -> Vec<&Block> {
        self.blocks.iter().filter(|block| block.parents.contains(parent)).collect()
        //~                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn next(&mut self) -> Option<u64> {
        if self.queue.is_empty() {
            return None;
        }
        Some(self.queue.remove(0))
        //~  ^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn first(&mut self, hash: u64) {
        self.queue.insert(0, hash);
//~     ^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }

    fn loads(&self, workers: &[Worker], ids: &[u64]) -> u32 {
        let mut load = 0;
        for id in ids {
            if let Some(worker) = workers.iter().find(|worker| worker.id == *id) {
            //~                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
                load += worker.load;
            }
            if workers.iter().any(|worker| worker.id == *id) {
            //~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
                load += 1;
            }
        }
        load
    }
}

fn frames(buffer: &mut Vec<u8>) -> usize {
    let mut count = 0;
    while let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
        count += 1;
        buffer.drain(..end + 1);
//~     ^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
    }
    count
}

fn mirrored(text: &str) -> bool {
    let length = text.chars().count();
    //~          ^^^^^^^^^^^^^^^^^^^^ linear-scan minor
    for i in 0..length / 2 {
        if text.chars().nth(i) != text.chars().nth(length - 1 - i) {
        //~^^^^^^^^^^^^^^^^^^^ linear-scan significant
        //~                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan significant
            return false;
        }
    }
    true
}

fn padded(text: &str, lines: &[String]) -> usize {
    let mut padding = 0;
    for line in lines {
        padding += text.chars().count() - line.len();
        //~        ^^^^^^^^^^^^^^^^^^^^ linear-scan minor
    }
    padding
}

impl Encoder {
    // The numbers of some layers.
    fn forward(&self, kept: &[usize]) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            if kept.contains(&(index + 1)) {
            //~^^^^^^^^^^^^^^^^^^^^^^^^^^^ linear-scan minor
                rows.push(layer.row);
            }
        }
        rows.extend((0..self.layers.len()).filter(|index| !kept.contains(index)).map(|index| index as u32));
        //~                                                ^^^^^^^^^^^^^^^^^^^^ linear-scan minor
        rows
    }
}
