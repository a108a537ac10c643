package dev.perfreview.python.effects;

import dev.perfreview.rule.Cost;

/** The ways in which a call keeps its thread from doing anything else. */
public enum BlockingOperation {
  /** Waits for time to pass. */
  SLEEP("sleeps", Cost.STALL, true),
  /** Waits for another machine. */
  NETWORK("waits for the network", Cost.STALL, true),
  /** Waits for a database; its connections often belong to one thread. */
  DATABASE("waits for a database", Cost.STALL, false),
  /** Reads or writes a database that is a file of the same machine: mostly well under a millisecond, more where it commits. */
  DATABASE_FILE("works on a database file", Cost.CONTENTION, false),
  /** Waits for another process to end. */
  PROCESS("waits for a process", Cost.STALL, true),
  /** Starts a process: a fork and an exec, milliseconds each in a large process. */
  START_PROCESS("starts a process", Cost.CONTENTION, false),
  /** Waits for another thread. */
  THREAD("waits for another thread", Cost.STALL, true),
  /** Waits for a lock that a thread holds; only that thread may release it, so it cannot move to another. */
  LOCK("waits for a lock", Cost.CONTENTION, false),
  /** Waits for a message; a socket belongs to one thread. */
  RECEIVE("waits for a message", Cost.STALL, false),
  /** Sends a message, which waits when the queue is full. */
  SEND("waits when the peer is slow", Cost.CONTENTION, false),
  /** Opens a file; reading and writing it block as well. */
  OPEN_FILE("opens a file, whose reads and writes block too", Cost.CONTENTION, false),
  /** Reads or writes a whole file. */
  FILE("waits for the disk", Cost.CONTENTION, true),
  /** Copies or removes many files. */
  FILE_TREE("works through files", Cost.STALL, true),
  /** A single question to the file system or change of a directory: microseconds on a local disk. */
  FILE_SYSTEM("asks the file system", Cost.OVERHEAD, true);

  private final String does;
  private final Cost cost;
  private final boolean movable;

  BlockingOperation(String does, Cost cost, boolean movable) {
    this.does = does;
    this.cost = cost;
    this.movable = movable;
  }

  /** What it does to the thread, as a message says it. */
  public String does() {
    return does;
  }

  /** What it costs each time. */
  public Cost cost() {
    return cost;
  }

  /**
   * Whether it is worth following through calls: a file system answers a single question in microseconds, locks are mostly free, and a
   * message is mostly put in a queue.
   */
  public boolean isLong() {
    return this != FILE_SYSTEM && this != LOCK && this != SEND;
  }

  /** Whether the call can as well be made on another thread. */
  public boolean isMovable() {
    return movable;
  }
}
