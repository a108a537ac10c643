package dev.perfreview.rust.workspace;

import dev.perfreview.rust.RustType;
import java.util.Set;

/**
 * Writes the paths of one file so that they mean the same in every other.
 *
 * @param module where the file stands
 * @param declared the names of the items that it declares
 */
record AbsolutePaths(ModulePath module, Set<String> declared) {
  /**
   * A path as the file's {@code use} declarations give it, written out: {@code /lib/llm::backend::Backend}. A path into another crate stays
   * as it is, and so does one whose first segment nothing in the file explains.
   */
  String absolute(String path) {
    int end = path.indexOf("::");
    String first = end < 0 ? path : path.substring(0, end);
    return declared.contains(first) ? module.own(path) : module.absolute(path);
  }

  /** A type with its paths written out, its arguments' too. */
  RustType absolute(RustType type) {
    return new RustType(
      absolute(type.path()),
      type.arguments().stream().map(this::absolute).toList(),
      type.references()
    );
  }
}
