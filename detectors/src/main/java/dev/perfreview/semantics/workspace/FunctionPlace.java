package dev.perfreview.semantics.workspace;

/**
 * A function of the workspace.
 *
 * @param file what its file tells
 * @param function what it tells of the function
 */
public record FunctionPlace(FileFacts file, FunctionFacts function) {
  // Facts are compared by identity here: there is one object a file in a workspace, and comparing them deeply would take long.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(Object other) {
    return other instanceof FunctionPlace place && place.file == file && place.function == function;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(function);
  }

  @Override
  public String toString() {
    return file.path() + ":" + function.name();
  }
}
