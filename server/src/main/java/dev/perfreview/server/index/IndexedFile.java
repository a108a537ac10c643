package dev.perfreview.server.index;

import dev.perfreview.server.scan.Target;
import dev.perfreview.syntax.Language;
import java.nio.file.Path;

/**
 * A file that belongs to an index.
 *
 * @param file absolute
 * @param path its path from the workspace folder, with {@code /}
 * @param language its language
 */
public record IndexedFile(Path file, String path, Language language) {
  /** The file of a target. */
  public static IndexedFile of(Target target) {
    return new IndexedFile(target.file(), target.path(), target.language());
  }
}
