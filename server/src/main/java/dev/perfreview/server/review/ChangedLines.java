package dev.perfreview.server.review;

import dev.perfreview.server.git.Differences;
import dev.perfreview.server.git.FileDifference;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import dev.perfreview.server.git.VersionedFiles;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which lines of the files in a working tree are new or changed since a commit. Immutable. */
public final class ChangedLines {

  private final Map<Path, Optional<SourceText>> before;

  private ChangedLines(Map<Path, Optional<SourceText>> before) {
    this.before = Map.copyOf(before);
  }

  /**
   * Reads the earlier versions of the files that differ.
   *
   * @param base the commit
   */
  public static ChangedLines since(GitRepository repository, Version.Commit base) throws GitException {
    VersionedFiles earlier = VersionedFiles.of(repository, base);
    Map<Path, Optional<SourceText>> before = new HashMap<>();
    for (FileDifference difference : Differences.between(repository, base, new Version.WorkingTree())) {
      String path = difference.after();
      if (path != null && Language.ofFileName(path).isPresent()) {
        before.put(repository.root().resolve(path), textOf(earlier, difference));
      }
    }
    return new ChangedLines(before);
  }

  private static Optional<SourceText> textOf(VersionedFiles earlier, FileDifference difference) {
    if (difference.before() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(earlier.textOf(difference.before()));
    } catch (UnreadableSourceException unreadable) {
      // What nobody could read before is new to a reader.
      return Optional.empty();
    }
  }

  /** Whether a file differs at all. */
  public boolean touches(Path file) {
    return before.containsKey(file);
  }

  /** The lines of a file that differs. */
  public LineMap of(Path file, SourceText now) {
    return LineMap.between(before.getOrDefault(file, Optional.of(now)).orElse(null), now);
  }
}
