//@ path: lib/llm/src/kv_router/publisher.rs
//! Events and answers that pile up when nobody takes them.

use crossbeam_channel::unbounded;
use tokio::sync::mpsc;

struct Publisher {
    events: mpsc::UnboundedSender<Event>,
}

impl Publisher {
    fn new(transport: Transport) -> Self {
        let (events, mut receiver) = mpsc::unbounded_channel::<Event>();
        //~                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unbounded-channel significant
        tokio::spawn(async move {
            while let Some(event) = receiver.recv().await {
                transport.publish(event).await;
            }
        });
        Self { events }
    }

    fn publish(&self, event: Event) {
        self.events.send(event).ok();
    }

    fn watch(blocks: Vec<Block>) {
        let (tx, rx) = unbounded();
        //~            ^^^^^^^^^^^ unbounded-channel significant
        let (names, _) = unbounded();
        std::thread::spawn(move || rx.iter().for_each(store));
        for block in blocks {
            names.send(block.name()).ok();
            tx.send(block).ok();
        }
    }

    fn answer(&self, tokens: Tokens) -> Stream {
        let (tx, rx) = mpsc::unbounded_channel();
        //~            ^^^^^^^^^^^^^^^^^^^^^^^^^ unbounded-channel minor
        tokio::spawn(async move {
            for token in tokens {
                tx.send(token).ok();
            }
        });
        Stream::new(rx)
    }
}
