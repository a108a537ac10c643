package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** One way to go through a whole collection or text again and again. */
@FunctionalInterface
public interface Scan {
  /** The finding at a call; nothing where this is no such scan or it cannot be told. */
  @Nullable
  Finding of(SyntaxNode call, RustModel model);
}
