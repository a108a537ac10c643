//@ path: lib/runtime/src/transports/nats.rs
//! JSON that a protocol asks for, made and parsed once.

use serde::Deserialize;
use serde_json::{json, Value};

impl Queue {
    // A request comes as JSON, and so goes the answer.
    fn answer(&self, body: &[u8]) -> Result<Response, Error> {
        let request: Request = serde_json::from_slice(body)?;
        let answer = serde_json::to_string(&self.handle(request))?;
        Ok(Response::new(answer.into()))
    }

    fn stream(&self, chunk: &Chunk) -> Result<Event, Error> {
        Ok(Event::default().data(serde_json::to_string(chunk)?))
    }

    // The tree is changed before it is taken apart or written.
    fn patched(&self, request: &Request) -> Result<String, Error> {
        let mut tree = serde_json::to_value(request)?;
        tree["stream"] = json!(true);
        Ok(serde_json::to_string(&tree)?)
    }

    // The text is needed as well.
    fn logged(&self, request: &Request) -> Result<Request, Error> {
        let text = serde_json::to_string(request)?;
        self.keep(&text);
        Ok(serde_json::from_str(&text)?)
    }

    fn items(&self, stored: Vec<Value>, kept: &[Value]) -> Vec<Item> {
        let mut items: Vec<Item> = kept.iter().filter_map(|item| Item::deserialize(item).ok()).collect();
        items.extend(stored.into_iter().filter_map(|item| serde_json::from_value(item).ok()));
        items
    }

    // The tree goes on as a whole.
    fn arguments(&self, text: &str) -> Result<Value, Error> {
        let arguments: Value = serde_json::from_str(text)?;
        if arguments.get("name").is_none() {
            self.keep(text);
        }
        Ok(arguments)
    }

    fn each(&self, events: &[Event], subscriber: &Subscriber, fallback: &Event) -> Result<(), Error> {
        for event in events {
            subscriber.send(serde_json::to_string(event)?);
            if event.is_last() {
                subscriber.send(serde_json::to_string(fallback)?);
            }
        }
        let text = serde_json::to_string(fallback)?;
        for subscriber in &self.subscribers {
            subscriber.send(text.clone());
        }
        Ok(())
    }

    async fn publish(&self, event: &Event) -> Result<(), Error> {
        let bytes = rmp_serde::to_vec_named(event)?;
        self.client.publish("events", bytes.into()).await
    }

    // Decoded to be read, encoded when it is new.
    fn state(&self, key: &str) -> Result<State, Error> {
        match self.store.get(key) {
            Some(kept) => State::from_bytes(&kept.config),
            None => {
                let mut state = State::new(key);
                state.open();
                self.store.put(key, state.to_bytes()?);
                Ok(state)
            }
        }
    }
}
