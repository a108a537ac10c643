package dev.perfreview.server.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.HunkHeader;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.util.QuotedString;

/**
 * What a unified diff says of one file. JGit's own applier writes to the working tree or the object database; a review only reads. As
 * with {@code git apply}, all lines of a hunk must be found as they are, though not on the line that it names.
 */
public final class FilePatch {

  private final FileHeader header;

  private FilePatch(FileHeader header) {
    this.header = header;
  }

  /** The files of a diff as {@code git diff} or {@code diff -u} writes it; none when it is no such diff. */
  public static List<FilePatch> allOf(byte[] diff) {
    Patch parsed = new Patch();
    parsed.parse(diff, 0, diff.length);
    return parsed.getFiles().stream().map(FilePatch::new).toList();
  }

  /** Which file it speaks of, before and after. */
  public FileDifference difference() {
    DiffEntry.ChangeType type = header.getChangeType();
    return new FileDifference(
      type == DiffEntry.ChangeType.ADD ? null : pathOf(header.getOldPath()),
      type == DiffEntry.ChangeType.DELETE ? null : pathOf(header.getNewPath()),
      header.getHunks().isEmpty()
    );
  }

  /** A path as it is: git writes a tab after one that has both spaces and letters to be quoted, and JGit then leaves it quoted but for its start. */
  private static String pathOf(String read) {
    return read.endsWith("\"\t") ? QuotedString.GIT_PATH.dequote("\"" + read.strip()) : read;
  }

  /**
   * A text after the patch; its line ends are kept.
   *
   * @param text the text before; empty for a new file
   * @throws GitException when a hunk does not fit
   */
  public String apply(String text) throws GitException {
    boolean carriageReturns = text.contains("\r\n");
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    // What stands after the last line end is a line only if something stands there.
    boolean endsWithLineEnd = lines.getLast().isEmpty();
    if (endsWithLineEnd) {
      lines.removeLast();
    }
    int shift = 0;
    for (HunkHeader hunk : header.getHunks()) {
      Hunk parts = Hunk.of(hunk, carriageReturns);
      int named = Math.max(0, hunk.getOldImage().getStartLine() - 1) + shift;
      int place = placeOf(parts.before(), lines, named);
      if (place < 0) {
        throw new GitException(
          "the patch does not fit " +
            pathOf(header.getNewPath()) +
            ": its hunk at line " +
            hunk.getNewStartLine() +
            " is not found there"
        );
      }
      List<String> replaced = lines.subList(place, place + parts.before().size());
      replaced.clear();
      replaced.addAll(parts.after());
      shift = place - Math.max(0, hunk.getOldImage().getStartLine() - 1) + parts.after().size() - parts.before().size();
      if (place + parts.after().size() == lines.size()) {
        endsWithLineEnd = !parts.lacksLineEnd();
      }
    }
    return String.join("\n", lines) + (endsWithLineEnd && !lines.isEmpty() ? "\n" : "");
  }

  /** Where lines stand, nearest to where they should; less than zero when nowhere. */
  private static int placeOf(List<String> wanted, List<String> lines, int named) {
    int last = lines.size() - wanted.size();
    for (int distance = 0; distance <= lines.size(); distance++) {
      for (int place : new int[] { named - distance, named + distance }) {
        if (place >= 0 && place <= last && lines.subList(place, place + wanted.size()).equals(wanted)) {
          return place;
        }
      }
    }
    return -1;
  }

  /**
   * The lines of a hunk.
   *
   * @param before those that it looks for
   * @param after those that it leaves
   * @param lacksLineEnd whether the last that it leaves has no line end
   */
  private record Hunk(List<String> before, List<String> after, boolean lacksLineEnd) {
    static Hunk of(HunkHeader header, boolean carriageReturns) {
      byte[] buffer = header.getBuffer();
      String text = new String(
        buffer,
        header.getStartOffset(),
        header.getEndOffset() - header.getStartOffset(),
        StandardCharsets.UTF_8
      );
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      boolean lacksLineEnd = false;
      char previous = ' ';
      String[] lines = text.split("\n", -1);
      for (int index = 1; index < lines.length; index++) {
        String line = lines[index];
        if (line.isEmpty() && index == lines.length - 1) {
          break;
        }
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        String content = line.isEmpty() ? "" : line.substring(1);
        if (carriageReturns && !content.endsWith("\r")) {
          content += "\r";
        }
        switch (sign) {
          case ' ' -> {
            before.add(content);
            after.add(content);
          }
          case '-' -> before.add(content);
          case '+' -> after.add(content);
          case '\\' -> lacksLineEnd |= previous != '-';
          default -> {
            // Something between two files that belongs to neither.
          }
        }
        previous = sign;
      }
      return new Hunk(before, after, lacksLineEnd);
    }
  }
}
