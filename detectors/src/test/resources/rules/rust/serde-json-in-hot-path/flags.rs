//@ path: lib/runtime/src/transports/nats.rs
//! JSON that is made or parsed where there is a cheaper way.

use serde_json::{from_value, Value};

impl Queue {
    fn round_trips(&self, request: &Request, text: &str) -> Result<Request, Error> {
        let tree = serde_json::to_value(request)?;
        let copy: Request = from_value(tree)?;
        //~                 ^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        let written = serde_json::to_string(&copy)?;
        let again: Request = serde_json::from_str(&written)?;
        //~                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        let parsed: Value = serde_json::from_str(text).map_err(Error::from)?;
        let typed: Request = serde_json::from_value(parsed)?;
        //~                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        self.keep(serde_json::to_vec(&serde_json::to_value(&again)?)?);
        //~       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        Ok(typed)
    }

    fn items(&self, stored: &[Value]) -> Vec<Item> {
        stored.iter().filter_map(|item| serde_json::from_value(item.clone()).ok()).collect()
        //~                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
    }

    async fn publish(&self, event: &Event) -> Result<(), Error> {
        let bytes = serde_json::to_vec(event)?;
        //~         ^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path moderate
        self.client.publish("events", bytes.into()).await
    }

    fn send_to_all(&self, event: &Event, subscribers: &[Subscriber]) -> Result<(), Error> {
        for subscriber in subscribers {
            subscriber.send(serde_json::to_string(event)?);
            //~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        }
        Ok(())
    }

    fn usage(&self, text: &str) -> Result<u64, Error> {
        let answer: Value = serde_json::from_str(text)?;
        //~                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path negligible
        let used = answer.get("usage").and_then(|usage| usage.as_u64()).unwrap_or(0);
        Ok(used + answer["cached"].as_u64().unwrap_or(0))
    }

    fn add(&self, key: &str, operation: Operation) -> Result<(), Error> {
        let mut state = match self.store.get(key) {
            Some(kept) => State::from_bytes(&kept.config)?,
            None => State::new(key),
        };
        state.add(operation);
        self.store.put(key, state.to_bytes()?);
        //~                 ^^^^^^^^^^^^^^^^ serde-json-in-hot-path minor
        Ok(())
    }

    fn count(&self, key: &str) -> Result<(), Error> {
        let kept = self.store.get(key);
        let mut counts: Counts = serde_json::from_slice(&kept.bytes).unwrap_or_default();
        counts.total += 1;
        self.store.put(key, serde_json::to_vec(&counts)?);
        //~                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serde-json-in-hot-path minor
        Ok(())
    }
}
