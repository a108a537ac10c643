package dev.perfreview.rust.guards;

/** The libraries whose locks are told apart by what waiting for them and holding them means. */
public enum LockFamily {
  /** {@code std::sync}: waiting blocks the thread; taking the lock answers a {@code Result}. */
  STD,
  /** {@code parking_lot} and its like: waiting blocks the thread; taking the lock answers the guard itself. */
  PARKING_LOT,
  /** {@code tokio::sync} and its like: waiting suspends the task. */
  ASYNC,
  /** {@code std::cell::RefCell}: nobody waits; a second borrow panics. */
  REF_CELL,
  /** {@code tokio::sync::watch}: a borrow of the value blocks the thread that sends the next one. */
  WATCH,
  /** {@code dashmap}: references into the map lock one of its shards; waiting blocks the thread. */
  DASH_MAP,
}
