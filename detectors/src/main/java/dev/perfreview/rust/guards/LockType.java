package dev.perfreview.rust.guards;

import dev.perfreview.rust.RustType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a lock.
 *
 * @param family whose lock it is; nothing where the file does not tell where the type's name comes from
 * @param form what kind of lock
 * @param guarded the type of the value behind the lock, {@link RustType#UNKNOWN} where it is inferred
 */
public record LockType(@Nullable LockFamily family, Form form, RustType guarded) {
  /** The kinds of lock. */
  public enum Form {
    /** One holder at a time. */
    MUTEX,
    /** Many readers or one writer. */
    RW_LOCK,
    /** Many borrows or one mutable borrow, counted on one thread. */
    CELL,
    /** One writer that waits for the readers. */
    WATCH,
    /** A concurrent map or set whose references hold a lock on a part of it. */
    MAP,
  }

  /** Whether there is nothing behind the lock: it only serialises. */
  public boolean guardsNothing() {
    return guarded.is(RustType.TUPLE) && guarded.arguments().isEmpty() && guarded.references() == 0;
  }

  /** Whether the value behind the lock is an {@code Option}. */
  boolean guardsOption() {
    return guarded.is("std::option::Option");
  }

  LockType withFamily(LockFamily known) {
    return new LockType(known, form, guarded);
  }
}
