package dev.perfreview.rust.blocking;

import dev.perfreview.rule.Cost;
import java.util.Arrays;

/** The ways in which a call keeps its thread from running anything else. */
public enum BlockingOperation {
  /** Waits for time to pass. */
  SLEEP("sleeps", Cost.STALL),
  /** Waits for another machine. */
  NETWORK("waits for the network", Cost.STALL),
  /** Resolves a name, which may ask another machine. */
  NAME_LOOKUP("may wait for a name server", Cost.CONTENTION),
  /** Waits for another process to end. */
  PROCESS("waits for a process", Cost.STALL),
  /** Starts a process: a fork and an exec, milliseconds each in a large process. */
  START_PROCESS("starts a process", Cost.CONTENTION),
  /** Waits for another thread. */
  THREAD("waits for another thread", Cost.STALL),
  /** Drives a future to its end while the thread does nothing else. */
  FUTURE("waits until a future is done", Cost.STALL),
  /** Waits for a message. */
  RECEIVE("waits for a message", Cost.STALL),
  /** Waits for room in a channel. */
  SEND("waits while the channel is full", Cost.CONTENTION),
  /** Waits for a lock that tasks hold. */
  LOCK("waits for a lock", Cost.CONTENTION),
  /** Waits for Python's global interpreter lock, for something short. */
  INTERPRETER_LOCK("waits for Python's global interpreter lock", Cost.CONTENTION),
  /** Waits for Python's global interpreter lock and runs Python code under it. */
  PYTHON("waits for Python's global interpreter lock and runs Python code", Cost.CONTENTION),
  /** Opens a file; reading and writing it block as well. */
  OPEN_FILE("opens a file and waits for the disk", Cost.CONTENTION),
  /** Reads or writes a file. */
  FILE("waits for the disk", Cost.CONTENTION),
  /** Removes many files. */
  FILE_TREE("works through files", Cost.STALL),
  /** A single question to the file system: microseconds on a local disk. */
  FILE_SYSTEM("asks the file system", Cost.OVERHEAD);

  private final String does;
  private final Cost cost;

  BlockingOperation(String does, Cost cost) {
    this.does = does;
    this.cost = cost;
  }

  /** What it does, as a message says it of the call. */
  public String does() {
    return does;
  }

  /** Whether it works with files or processes, as what loads a model or reads a configuration does as well. */
  public boolean usesFiles() {
    return switch (this) {
      case PROCESS, START_PROCESS, OPEN_FILE, FILE, FILE_TREE, FILE_SYSTEM -> true;
      case SLEEP, NETWORK, NAME_LOOKUP, THREAD, FUTURE, RECEIVE, SEND, LOCK, INTERPRETER_LOCK, PYTHON -> false;
    };
  }

  /** {@link #usesFiles()} of the operation that does this. */
  public static boolean usesFiles(String does) {
    return Arrays.stream(values()).anyMatch(operation -> operation.does.equals(does) && operation.usesFiles());
  }

  /** What it costs each time a task of an async runtime does it. */
  public Cost cost() {
    return cost;
  }
}
