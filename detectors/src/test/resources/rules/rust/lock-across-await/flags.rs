//@ path: lib/llm/src/kv_router/subscriber.rs
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use dashmap::DashMap;
use parking_lot::{Mutex as FastMutex, RwLock as FastRwLock};
use tokio::sync::{mpsc, watch, Mutex, RwLock};

struct Router {
    index: std::sync::Mutex<HashMap<u64, Vec<u32>>>,
    workers: DashMap<u64, Worker>,
    loads: FastRwLock<HashMap<u64, f64>>,
    pending: FastMutex<VecDeque<u64>>,
    routes: RwLock<HashMap<String, Arc<Worker>>>,
    default_route: Mutex<Option<Route>>,
    streams: Mutex<HashMap<u64, mpsc::Sender<Bytes>>>,
    limits: watch::Receiver<Limits>,
    client: Arc<RwLock<Option<Arc<Client>>>>,
    stats: Mutex<Stats>,
    capacity: std::sync::Mutex<usize>,
}

impl Router {
    /// The whole of what an event handler does wrong: the guard lives to the end of the function.
    async fn apply(&self, event: Event) -> Result<(), Error> {
        let mut index = self.index.lock().unwrap();
        index.entry(event.worker).or_default().extend(event.blocks);
        self.publisher.publish(event.worker).await?;
        //~                                  ^^^^^ lock-across-await significant
        Ok(())
    }

    /// parking_lot answers the guard itself.
    async fn record_load(&self, worker: u64, load: f64) {
        let mut loads = self.loads.write();
        loads.insert(worker, load);
        self.metrics.report(worker, load).await;
        //~                               ^^^^^ lock-across-await significant
    }

    /// A reference into a DashMap keeps its shard locked.
    async fn remove(&self, worker: u64) {
        if let Some(entry) = self.workers.get(&worker) {
            entry.tree.remove_worker(worker).await;
            //~                              ^^^^^ lock-across-await significant
        }
    }

    async fn refresh_all(&self) {
        for entry in self.workers.iter() {
            entry.value().refresh().await;
            //~                     ^^^^^ lock-across-await significant
        }
    }

    async fn update(&self, worker: u64) {
        let mut entry = self.workers.entry(worker).or_insert_with(Worker::new);
        entry.generation += 1;
        self.announce(worker).await;
        //~                   ^^^^^ lock-across-await significant
    }

    async fn drain(&self) {
        while let Some(block) = self.pending.lock().pop_front() {
            self.evict(block).await;
            //~               ^^^^^ lock-across-await significant
        }
    }

    /// An async lock whose value was cloned out, and which is not needed any more.
    async fn route(&self, model: &str, request: Request) -> Option<Response> {
        let routes = self.routes.read().await;
        let worker = routes.get(model)?.clone();
        let response = worker.generate(request).await;
        //~                                     ^^^^^ lock-across-await significant
        Some(response)
    }

    async fn report(&self) {
        let mut stats = self.stats.lock().await;
        stats.reported += 1;
        let total = stats.total;
        self.publisher.publish(total).await;
        //~                           ^^^^^ lock-across-await significant
    }

    /// The temporary guard in the head of `if let` lives as long as its body.
    async fn follow(&self) {
        if let Some(route) = self.default_route.lock().await.clone() {
            self.forward(route).await;
            //~                 ^^^^^ lock-across-await significant
        }
    }

    async fn follow_and_report(&self) -> Result<(), Error> {
        let result = match self.default_route.lock().await.clone() {
            Some(route) => self.forward(route).await,
            //~                                ^^^^^ lock-across-await significant
            None => Ok(()),
        };
        result
    }

    /// The clone is made inside, where the guard is still alive.
    async fn follow_a_clone(&self, model: &str) -> Option<Response> {
        if let Some(worker) = self.routes.read().await.get(model) {
            let worker = worker.clone();
            return Some(worker.generate().await);
            //~                           ^^^^^ lock-across-await significant
        }
        None
    }

    /// One element is in use, and all others are locked with it.
    async fn send_to(&self, stream: u64, data: Bytes) -> bool {
        if let Some(sender) = self.streams.lock().await.get(&stream) {
            return sender.send(data).await.is_ok();
            //~                      ^^^^^ lock-across-await significant
        }
        false
    }

    async fn generate(&self, model: &str) -> Option<Response> {
        let routes = self.routes.read().await;
        let worker = routes.get(model)?;
        Some(worker.generate().await)
        //~                    ^^^^^ lock-across-await significant
    }

    async fn generate_at_once(&self, model: &str) -> Response {
        self.routes.read().await.get(model).unwrap().generate().await
        //~                                                     ^^^^^ lock-across-await significant
    }

    /// The task waits for itself.
    async fn forward_or_forget(&self, stream: u64, data: Bytes) {
        if let Some(sender) = self.streams.lock().await.get(&stream) {
            if sender.try_send(data).is_err() {
                self.streams.lock().await.remove(&stream);
                //~                 ^^^^^ lock-across-await significant
            }
        }
    }

    async fn upgrade(&self, model: &str, worker: Arc<Worker>) {
        let routes = self.routes.read().await;
        if !routes.contains_key(model) {
            self.routes.write().await.insert(model.to_string(), worker);
            //~                 ^^^^^ lock-across-await significant
        }
    }

    /// What a watch channel shows is locked for as long as it is looked at.
    async fn configured(&self) {
        let limits = self.limits.borrow();
        self.apply(limits.queue).await;
        //~                      ^^^^^ lock-across-await significant
    }

    async fn reserve(&self) -> Permit {
        match *self.capacity.lock().unwrap() {
            0 => self.wait_for_space().await,
            //~                        ^^^^^ lock-across-await significant
            free => Permit::of(free),
        }
    }

    /// Everybody who wants the client waits for the connection to be made.
    async fn client(&self) -> Result<Arc<Client>, Error> {
        let mut client = self.client.write().await;
        if let Some(known) = client.as_ref() {
            return Ok(known.clone());
        }
        let connected = Arc::new(Client::connect(&self.address).await?);
        //~                                                     ^^^^^ lock-across-await significant
        *client = Some(connected.clone());
        Ok(connected)
    }

    async fn client_made_in_place(&self) -> Result<Arc<Client>, Error> {
        let mut client = self.client.write().await;
        if client.is_none() {
            *client = Some(Arc::new(Client::connect(&self.address).await?));
            //~                                                    ^^^^^ lock-across-await moderate
        }
        Ok(client.clone().unwrap())
    }

    async fn race(&self, cancelled: Cancelled) {
        let mut index = self.index.lock().unwrap();
        index.clear();
        tokio::select! {
//~     ^^^^^^^^^^^^^ lock-across-await significant
            _ = self.flushed() => {}
            _ = cancelled.wait() => {}
        }
    }

    async fn notify(&self) {
        self.publisher.publish(self.stats.lock().await.clone()).await;
        //~                                                     ^^^^^ lock-across-await significant
    }
}

/// Nothing here says what `state` is, but only a lock of `std` is taken like this.
async fn of_unknown_type(context: &Context) {
    let mut state = context.state.lock().unwrap();
    state.count += 1;
    context.done().await;
    //~            ^^^^^ lock-across-await significant
}

async fn dropped_too_late(context: &Context, stats: &Mutex<Stats>) {
    let stats = stats.lock().await;
    let snapshot = stats.clone();
    // The snapshot is all that is sent.
    context.send(snapshot).await;
    //~                    ^^^^^ lock-across-await significant
    drop(stats);
    context.done().await;
}
