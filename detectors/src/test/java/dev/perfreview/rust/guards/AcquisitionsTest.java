package dev.perfreview.rust.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which expressions take which lock, by the types that a file declares. */
class AcquisitionsTest {

  private static final String DECLARATIONS = """
  use std::cell::RefCell;
  use std::sync::{Arc, LazyLock, RwLock};
  use dashmap::DashMap;
  use tokio::sync::{watch, Mutex as AsyncMutex, RwLock as AsyncRwLock};
  type Table = Arc<AsyncRwLock<Vec<u64>>>;
  static TOTAL: LazyLock<std::sync::Mutex<u64>> = LazyLock::new(|| std::sync::Mutex::new(0));
  struct Inner { names: parking_lot::RwLock<Vec<String>> }
  struct Pair(Arc<AsyncMutex<u64>>, RefCell<u64>);
  struct Shared {
    count: Arc<AsyncMutex<u64>>,
    table: Table,
    inner: Arc<Inner>,
    pair: Pair,
    shards: Vec<RwLock<u64>>,
    workers: DashMap<u64, u64>,
    limits: watch::Receiver<u64>,
    events: tokio::sync::mpsc::Receiver<u64>,
    file: std::fs::File,
    imported: crate::sync::Mutex<u64>,
  }
  """;

  @ParameterizedTest
  @CsvSource({
    "self.count.lock().await, ASYNC",
    "self.count.clone().lock_owned().await, ASYNC",
    "self.count.try_lock(), ASYNC",
    "self.table.write().await, ASYNC",
    "self.inner.names.read(), PARKING_LOT",
    "self.pair.0.lock().await, ASYNC",
    "self.pair.1.borrow_mut(), REF_CELL",
    "self.shards[1].read().unwrap(), STD",
    "self.workers.get(&1), DASH_MAP",
    "self.workers.iter(), DASH_MAP",
    "self.limits.borrow(), WATCH",
    "self.imported.lock().unwrap(), STD",
    "self.imported.lock(), PARKING_LOT",
    "TOTAL.lock().unwrap(), STD",
    "local.lock().unwrap(), STD",
    "shared.lock().await, ASYNC",
    "parameter.write().unwrap(), STD",
    "self.elsewhere.state.lock().unwrap(), STD",
    "self.elsewhere.state.lock().await, ASYNC",
  })
  void locksAreKnown(String expression, LockFamily family) {
    assertEquals(List.of(family), familiesIn(expression));
  }

  @ParameterizedTest
  @CsvSource({
    "self.events.borrow()",
    "self.file.read(buffer)",
    "self.file.lock()",
    "self.elsewhere.state.lock()",
    "self.elsewhere.state.read().unwrap()",
    "self.elsewhere.map.get(&1)",
    "self.elsewhere.lock().await?",
    "self.elsewhere.state.lock(key).await",
    "self.count.lock()",
    "std::io::stdout().lock()",
  })
  void everythingElseLeavesDoubt(String expression) {
    assertEquals(List.of(), familiesIn(expression));
  }

  private static List<LockFamily> familiesIn(String expression) {
    String source =
      DECLARATIONS +
      "impl Shared { async fn f(&self, parameter: &RwLock<u64>, buffer: &mut [u8]) {\n" +
      "let local = Arc::new(std::sync::Mutex::new(1));\nlet shared = Arc::clone(&self.count);\n" +
      expression +
      ";\n} }\n";
    RustModel model = new RustModel(SyntaxTree.snapshotOf(Language.RUST, source));
    Acquisitions acquisitions = new Acquisitions(model);
    return model
      .syntax()
      .root()
      .streamDescendants()
      .filter(Acquisitions::mayAcquire)
      .map(acquisitions::of)
      .filter(acquisition -> acquisition != null)
      .map(Acquisition::family)
      .toList();
  }
}
