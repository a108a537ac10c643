package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jspecify.annotations.Nullable;

/**
 * The findings in one file.
 *
 * @param file the file, absolute
 * @param root the workspace folder that the file's heat and its fingerprints are told from
 * @param text what was reviewed
 * @param findings those to be shown, in the order of the text
 */
public record FileReport(Path file, Path root, SourceText text, List<Item> findings) {
  /**
   * A finding to be shown.
   *
   * @param reported the finding
   * @param severity how loud it is shown, by the user's configuration
   * @param fingerprint stands for it in baselines; see {@link Fingerprints}
   * @param state how it compares with an earlier version; nothing where there is none
   */
  public record Item(ReportedFinding reported, Severity severity, String fingerprint, @Nullable BaselineState state) {
    /** A finding of a version that is compared with no other. */
    public Item(ReportedFinding reported, Severity severity, String fingerprint) {
      this(reported, severity, fingerprint, null);
    }
  }

  /** How a finding compares with an earlier version: the values of SARIF's {@code baselineState}. */
  public enum BaselineState {
    /** It was not there. */
    NEW,
    /** It was there. */
    UNCHANGED,
    /** It was there and is louder or quieter now. */
    UPDATED,
    /** It is not there any more; the text is the earlier one. */
    ABSENT,
  }

  /** The other file that evidence points to. */
  public Path fileOf(Elsewhere place) {
    return root.resolve(place.path()).normalize();
  }

  /** The folder that a code host knows paths from: that of the Git repository around {@link #root}, else the root itself. */
  public Path repository() {
    for (
      @Nullable
      Path folder = root;
      folder != null;
      folder = folder.getParent()
    ) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return root;
  }

  /** A file's path from {@link #repository} with {@code /} between the parts. */
  public String pathInRepository(Path other) {
    return repository().relativize(other).toString().replace(other.getFileSystem().getSeparator(), "/");
  }
}
