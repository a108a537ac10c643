package dev.perfreview.python.workspace;

import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.TypeFacts;

/** What a full name means. */
sealed interface Symbol {
  /** A function, or a method named through its class. */
  record OfFunction(FunctionPlace place) implements Symbol {}

  /** A class. */
  record OfClass(FileFacts file, TypeFacts type) implements Symbol {
    /** Its full name. */
    String fullName() {
      return file.module().isEmpty() ? type.name() : file.module() + "." + type.name();
    }

    // By identity: there is one object a class in a workspace, and comparing them deeply would take long.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof OfClass same && same.type == type;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(type);
    }
  }

  /**
   * A variable of a module or class.
   *
   * @param type its type, as the facts have it
   */
  record OfVariable(String type) implements Symbol {}
}
