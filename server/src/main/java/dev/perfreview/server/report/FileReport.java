package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.List;

/**
 * The findings in one file.
 *
 * @param file the file, absolute
 * @param root the folder that a code host knows the file's path from: that of the repository, else the workspace folder
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
   */
  public record Item(ReportedFinding reported, Severity severity, String fingerprint) {}

  /** The other file that evidence points to. */
  public Path fileOf(Elsewhere place) {
    return root.resolve(place.path()).normalize();
  }

  /** The file's path from {@link #root} with {@code /} between the parts. */
  public String pathFromRoot() {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
