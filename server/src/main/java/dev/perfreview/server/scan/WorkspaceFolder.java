package dev.perfreview.server.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that paths are told from when heat is worked out: what a person would open in the editor.
 *
 * @param path absolute
 * @param isProject whether something in it says that its files belong together
 */
public record WorkspaceFolder(Path path, boolean isProject) {
  private static final List<String> CERTAIN = List.of("perf-review.toml", ".perf-review.toml", ".git");
  private static final List<String> LIKELY = List.of("pyproject.toml", "Cargo.toml");

  /**
   * The workspace folder that a file or folder belongs to: the nearest folder around it with a configuration file of ours or a git repository;
   * else the outermost that holds a Python project or a Rust crate, for one of the crates of a workspace is not the whole; else the
   * folder that the program was called from, if the place is in it; else the place's own folder.
   *
   * @param place a file or folder
   * @param calledFrom where the program was called
   */
  public static WorkspaceFolder around(Path place, Path calledFrom) {
    Path absolute = place.toAbsolutePath().normalize();
    @Nullable
    Path parent = absolute.getParent();
    Path start = Files.isDirectory(absolute) || parent == null ? absolute : parent;
    @Nullable
    Path outermostProject = null;
    for (
      @Nullable
      Path folder = start;
      folder != null;
      folder = folder.getParent()
    ) {
      if (holdsAny(folder, CERTAIN)) {
        return new WorkspaceFolder(folder, true);
      }
      if (holdsAny(folder, LIKELY)) {
        outermostProject = folder;
      }
    }
    if (outermostProject != null) {
      return new WorkspaceFolder(outermostProject, true);
    }
    return new WorkspaceFolder(start.startsWith(calledFrom) ? calledFrom : start, false);
  }

  private static boolean holdsAny(Path folder, List<String> names) {
    return names.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** A file's path from this folder with {@code /} between the parts. */
  public String pathOf(Path file) {
    return withSlashes(path.relativize(file.toAbsolutePath().normalize()));
  }

  static String withSlashes(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
  }
}
