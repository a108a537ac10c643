package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.RustModel;
import org.jspecify.annotations.Nullable;

/** One reason why a copy need not be made. */
@FunctionalInterface
public interface CopyPitfall {
  /** The finding at a copy; nothing where this reason does not hold or cannot be told. */
  @Nullable
  Finding of(ClonedValue copy, RustModel model);
}
