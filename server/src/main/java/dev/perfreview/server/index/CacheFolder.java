package dev.perfreview.server.index;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the program keeps what it would otherwise work out again. */
public final class CacheFolder {

  /** Puts the cache into another absolute folder; {@code none} to keep none. For tests and machines whose users' folders are not to be written to. */
  public static final String PROPERTY = "perfreview.cache";

  /** How the names of the files end that hold an index each. */
  public static final String EXTENSION = ".facts";

  /** How the names of the files end that hold a report on a change each. */
  static final String REPORT_EXTENSION = ".review.md";

  /** How the names of the files end that are still being written. */
  static final String UNFINISHED = ".tmp";

  private CacheFolder() {}

  /** The folder, which need not exist yet; none when nothing tells where the user's caches are. */
  public static Optional<Path> path() {
    String chosen = System.getProperty(PROPERTY);
    if (chosen != null) {
      return Optional.of(Path.of(chosen)).filter(Path::isAbsolute);
    }
    return path(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /** The folder by the customs of the operating system. */
  static Optional<Path> path(String system, String home, Map<String, String> environment) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isEmpty() ? below(home, "AppData/Local") : Optional.of(Path.of(local, "perf-review"));
    }
    if (lower.startsWith("mac")) {
      return below(home, "Library/Caches");
    }
    // A relative path is to be ignored (XDG Base Directory Specification).
    String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
    return chosen.startsWith("/") ? Optional.of(Path.of(chosen, "perf-review")) : below(home, ".cache");
  }

  private static Optional<Path> below(String home, String caches) {
    return home.isEmpty() || home.equals("?") ? Optional.empty() : Optional.of(Path.of(home, caches, "perf-review"));
  }
}
