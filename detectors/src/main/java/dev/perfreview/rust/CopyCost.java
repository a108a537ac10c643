package dev.perfreview.rust;

/** What it takes to clone a value, least first. */
public enum CopyCost {
  /** Copies a few words or counts a reference up: numbers, references, {@code Arc}, {@code Bytes}, handles of channels. */
  CHEAP,
  /** The file does not tell. */
  UNKNOWN,
  /** Allocates and copies one text. */
  TEXT,
  /** Allocates and copies a collection with all its elements, or something that holds one, or several texts. */
  LARGE;

  /** Whether the copy allocates for certain. */
  public boolean allocates() {
    return this == TEXT || this == LARGE;
  }
}
