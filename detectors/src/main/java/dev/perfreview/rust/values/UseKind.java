package dev.perfreview.rust.values;

/** What a mention of a variable does to its value. */
public enum UseKind {
  /** Only looks at it, through a shared reference. */
  READ,
  /** Changes it, or lends it to what may change it. */
  CHANGED,
  /** Takes it: the variable is empty afterwards, unless the value is {@code Copy}. */
  TAKEN,
  /** The file does not tell. */
  UNKNOWN,
}
