package dev.perfreview.rust.guards;

/** Where the value of an expression that holds a guard goes. */
public sealed interface Destination permits Owner, Destination.Fate {
  /** The destinations that are no owner. */
  enum Fate implements Destination {
    /** The expression only looks at a variable, which keeps the guard. */
    STAYS,
    /** Dropped, or moved to where this analysis does not follow: into a call, a closure, a field, the caller. */
    GONE,
  }
}
