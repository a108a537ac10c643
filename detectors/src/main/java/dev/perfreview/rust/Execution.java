package dev.perfreview.rust;

/** What runs a piece of code, as far as its own file tells. */
public enum Execution {
  /** A task of an async runtime: code that holds the thread up holds up the tasks beside it. */
  EVENT_LOOP,
  /** A thread that may block: a closure handed to {@code spawn_blocking}, {@code thread::spawn} and the like. */
  BLOCKING_THREAD,
  /** Whoever calls the function or keeps the closure. */
  CALLER,
}
