package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Tells the types of what other files of the workspace declare. */
interface ForeignTypes {
  /** What a {@code call_expression} of a function of another file returns; nothing when that is not known. */
  @Nullable
  RustType returned(SyntaxNode call);

  /** The type of a field of a struct of another file, by the struct's path as this file has it; nothing when that is not known. */
  @Nullable
  RustType fieldType(String structPath, String field);

  /**
   * The type of all that a clone of a struct or enum of another file copies, by its path as this file has it; nothing when that is not
   * known, or when it is cloned by code of its own.
   */
  @Nullable
  RustType contents(String path);
}
