package dev.perfreview.server.scan;

import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.syntax.Language;
import java.nio.file.Path;

/**
 * A file to review.
 *
 * @param file absolute
 * @param language its language
 * @param folder the workspace folder that its heat is told from
 * @param configuration what holds for it
 */
public record Target(Path file, Language language, WorkspaceFolder folder, Configuration configuration) {
  /** The file's path from its workspace folder with {@code /} between the parts. */
  public String path() {
    return folder.pathOf(file);
  }
}
