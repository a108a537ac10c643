package dev.perfreview.semantics.workspace;

import java.util.List;

/** Finds what the names and calls of one language mean across the files of a workspace. Thread-safe. */
public interface Linker {
  /**
   * The functions that a call may run.
   *
   * @param callee as in {@link CallFacts#callee}
   * @return one where that is certain; more where the receiver's type has subtypes that override the method; none when it is not known or
   *     lies outside the workspace
   */
  List<FunctionPlace> targets(String callee);
}
