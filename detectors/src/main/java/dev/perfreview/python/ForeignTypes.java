package dev.perfreview.python;

/** Tells the types of what other files of the workspace declare. */
@FunctionalInterface
public interface ForeignTypes {
  /** Nothing is known of other files: each of their types is {@linkplain PythonType#pending pending}. */
  ForeignTypes NONE = PythonType::pending;

  /**
   * The type of an expression.
   *
   * @param reference in the notation of {@link dev.perfreview.python.workspace.PythonLinker}
   * @return pending when nothing is known of other files at all
   */
  PythonType typeOf(String reference);
}
