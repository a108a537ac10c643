package dev.perfreview.server.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;

/** The difference of two texts in the form that {@code git apply} and {@code patch} take. */
public final class UnifiedDiff {

  private UnifiedDiff() {}

  /**
   * The change of a file with its header; lines keep the ends that they have in the texts. Empty when the texts are equal.
   *
   * <p>The header is the one of POSIX and not Git's own, for behind that {@code git apply} tells paths from the repository's root wherever it is called.
   *
   * @param path the file's path from the folder that the diff will be applied in, with {@code /} between the parts
   * @param before the whole file as it is
   * @param after the whole file as it would be
   */
  public static String of(String path, String before, String after) {
    String hunks = hunks(before, after);
    if (hunks.isEmpty()) {
      return "";
    }
    String old = QuotedString.GIT_PATH.quote("a/" + path);
    String now = QuotedString.GIT_PATH.quote("b/" + path);
    // As Git does: a tab ends a name with a space in it, for what may follow a name is a time.
    String end = path.indexOf(' ') < 0 ? "\n" : "\t\n";
    return "--- " + old + end + "+++ " + now + end + hunks;
  }

  /** The changed parts only, each with three lines of context and no file header: for a reader who knows the file. Empty when the texts are equal. */
  public static String hunks(String before, String after) {
    RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
    RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
    ByteArrayOutputStream hunks = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(hunks)) {
      formatter.format(edits, old, now);
      formatter.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes all that is written to it", impossible);
    }
    return hunks.toString(StandardCharsets.UTF_8);
  }

  /** A difference for a person: with the colours of Git, and without control characters of the code where there are colours. */
  public static String styled(String diff, Style style) {
    if (style == Style.PLAIN) {
      return diff;
    }
    StringBuilder shown = new StringBuilder(diff.length() * 2);
    diff.lines().forEach(line -> shown.append(styledLine(line, style)).append('\n'));
    return shown.toString();
  }

  private static String styledLine(String line, Style style) {
    String visible = Arrays.stream(line.split("\t", -1)).map(DisplayLine::visible).collect(Collectors.joining("\t"));
    if (line.startsWith("+++ ") || line.startsWith("--- ")) {
      return style.strong(visible);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> style.remedy(visible);
      case '-' -> style.removed(visible);
      case '@' -> style.code(visible);
      default -> visible;
    };
  }
}
