//@ path: lib/llm/src/kv_router/subscriber.rs
use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Write};
use std::sync::Arc;

use dashmap::DashMap;
use tokio::sync::{mpsc, watch, Mutex, OwnedMutexGuard, RwLock, Semaphore};

struct Session {
    stream: Mutex<TcpStream>,
    inbox: Mutex<mpsc::Receiver<Event>>,
    starting: Mutex<()>,
    slots: DashMap<u64, Arc<Mutex<Slot>>>,
    state: Mutex<State>,
    routes: RwLock<HashMap<String, Arc<Worker>>>,
    permits: Arc<Semaphore>,
    listener: Mutex<Option<Listener>>,
    bucket: Mutex<Bucket>,
    limits: watch::Receiver<Limits>,
    events: mpsc::Receiver<Event>,
    plain: HashMap<u64, Worker>,
    file: File,
    index: std::sync::Mutex<BTreeMap<u64, Worker>>,
    token: RwLock<Option<Token>>,
}

impl Session {
    /// The value behind the lock is what is awaited: that is what an async lock is for.
    async fn send(&self, frame: Frame) -> Result<(), Error> {
        let mut stream = self.stream.lock().await;
        stream.write_all(frame.bytes()).await?;
        stream.flush().await
    }

    async fn send_at_once(&self, frame: Frame) -> Result<(), Error> {
        self.stream.lock().await.write_all(frame.bytes()).await
    }

    async fn receive(&self, cancelled: Cancelled) -> Option<Event> {
        let mut inbox = self.inbox.lock().await;
        tokio::select! {
            event = inbox.recv() => event,
            _ = cancelled.wait() => None,
        }
    }

    async fn receive_all(&self) {
        let mut inbox = self.inbox.lock().await;
        while let Some(event) = inbox.recv().await {
            self.handle(event).await;
        }
    }

    async fn send_in_parts(&self, parts: Vec<Frame>) -> Result<(), Error> {
        let mut stream = self.stream.lock().await;
        let (mut half, _) = stream.split();
        for part in parts {
            half.write_all(part.bytes()).await?;
        }
        Ok(())
    }

    /// A lock around nothing is there to serialise what runs under it.
    async fn start(&self) -> Result<(), Error> {
        let guard = self.starting.lock().await;
        self.connect().await?;
        drop(guard);
        Ok(())
    }

    async fn start_unnamed(&self) -> Result<(), Error> {
        let _state = self.state.lock().await;
        self.connect().await
    }

    /// One entry's lock: who waits for it wants the same entry.
    async fn update(&self, key: u64) -> Result<(), Error> {
        let Some(slot) = self.slots.get(&key).map(|entry| entry.clone()) else {
            return Ok(());
        };
        let slot = slot.lock().await;
        if slot.closed {
            return Ok(());
        }
        self.reset(key).await
    }

    /// What is read before the await is written after it: to let go would race.
    async fn advance(&self) -> Result<(), Error> {
        let mut state = self.state.lock().await;
        let next = state.generation + 1;
        self.persist(next).await?;
        state.generation = next;
        Ok(())
    }

    async fn stop_all(&self) {
        let mut routes = self.routes.write().await;
        for worker in routes.values_mut() {
            worker.stop().await;
        }
        routes.clear();
    }

    /// The element is handed to a function, which may need it as it is under the lock.
    async fn element_for_a_function(&self, model: &str) -> Option<Response> {
        let routes = self.routes.read().await;
        let worker = routes.get(model)?;
        generate_with(worker).await
    }

    async fn element_of_changing_collection(&self, model: &str) {
        let mut routes = self.routes.write().await;
        if let Some(worker) = routes.get(model) {
            worker.stop().await;
        }
        routes.remove(model);
    }

    /// What can be taken out once is not contended for.
    async fn stop(&self) {
        if let Some(listener) = self.listener.lock().await.take() {
            listener.stop().await;
        }
    }

    async fn stop_named(&self) {
        let mut listener = self.listener.lock().await;
        if let Some(listener) = listener.take() {
            listener.abort();
            listener.await;
        }
    }

    /// A method of the value that happens to be called `get`.
    async fn asynchronous_get(&self, key: &str) -> Option<Bytes> {
        self.bucket.lock().await.get(key).await
    }

    async fn borrowed_for_a_statement(&self) {
        let queue = self.limits.borrow().queue;
        self.apply(queue).await;
    }

    async fn received(&mut self) {
        let event = self.events.recv().await;
        self.handle(event).await;
    }

    /// A value that goes stale is made again, which a cell that is filled once cannot.
    async fn refreshed(&self) -> Result<Token, Error> {
        let mut token = self.token.write().await;
        if let Some(known) = token.as_ref() {
            let now = self.clock.now();
            if known.expires_at > now {
                return Ok(known.clone());
            }
        }
        let fresh = self.request_token().await?;
        *token = Some(fresh.clone());
        Ok(fresh)
    }

    async fn refreshed_when_asked(&self) -> Result<Token, Error> {
        let mut token = self.token.write().await;
        if !self.is_stale(&token) {
            if let Some(known) = &*token {
                return Ok(known.clone());
            }
        }
        let fresh = self.request_token().await?;
        *token = Some(fresh.clone());
        Ok(fresh)
    }

    /// A semaphore's permit is held for as long as the work takes.
    async fn limited(&self) -> Result<Response, Error> {
        let permit = self.permits.acquire().await?;
        let response = self.request().await;
        drop(permit);
        response
    }

    /// `get`, `read`, `write` and `iter` of what is no lock.
    async fn look_alikes(&mut self, buffer: &mut [u8]) -> Result<(), Error> {
        let worker = self.plain.get(&1);
        let read = self.file.read(buffer)?;
        let written = self.file.write(buffer)?;
        for worker in self.plain.values() {
            worker.refresh(read, written).await;
        }
        self.finish(worker).await
    }

    /// The closure took the reference; what it answered is a value.
    async fn cloned_out_of_the_map(&self, key: u64) {
        if let Some(slot) = self.slots.get(&key).map(|entry| Arc::clone(entry.value())) {
            self.wait_for(slot).await;
        }
    }

    async fn cloned_out_of_the_routes(&self, model: &str) -> Option<Response> {
        let worker = self.routes.read().await.get(model).cloned()?;
        Some(worker.generate().await)
    }

    async fn dropped_in_a_macro(&self) {
        let index = self.index.lock().unwrap();
        tracing::debug!(size = index.len(), "looked");
        drop(index);
        self.flush().await;
    }

    async fn handed_to_a_task(&self) {
        let guard: OwnedMutexGuard<Slot> = self.slot().lock_owned().await;
        tokio::spawn(async move {
            work(guard).await;
        });
        self.flush().await;
    }

    async fn handed_to_the_callee(&self) {
        let mut state = self.state.lock().await;
        state.generation += 1;
        self.finish_locked(state).await;
    }

    async fn downgraded_and_dropped(&self) {
        let mut routes = self.routes.write().await;
        routes.clear();
        let routes = routes.downgrade();
        let count = routes.len();
        drop(routes);
        self.report(count).await;
    }

    async fn first_of_two_operands(&self) {
        if self.state.lock().await.closed || self.routes.read().await.is_empty() {
            self.flush().await;
        }
    }

    /// Where the lock is not free, there is no guard.
    async fn arms_without_a_guard(&self) {
        match self.index.try_lock() {
            Ok(index) => self.report(index.len()),
            Err(_) => self.flush().await,
        }
        if let Ok(index) = self.index.try_lock() {
            self.report(index.len());
        } else {
            self.flush().await;
        }
    }

    /// The author has said that it is meant.
    #[allow(clippy::await_holding_lock)]
    async fn allowed(&self) {
        let index = self.index.lock().unwrap();
        self.flush().await;
        drop(index);
    }
}

/// Standard output's lock is no lock of data, and nothing tells what `lock` answers here.
async fn unknown(output: Output) {
    let mut handle = output.lock();
    handle.write_all(b"ready").await;
}
