package dev.perfreview.harness;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextPosition;
import dev.perfreview.syntax.TextRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fixture expects at a place, or what was found there: as a line below the code, {@code #~ ^^^^^^ rule-id impact}, with carets under the
 * span. A span that carets cannot show, since it starts under the comment sign or goes on in further lines, is written {@code [4..9]}, or
 * {@code [4..+2:9]} where it ends two lines further down. Columns are UTF-16 units, lines are counted without markers.
 *
 * @param start the span's start
 * @param end the span's end
 * @param ruleId the rule
 * @param impact the impact's word
 */
public record Marker(TextPosition start, TextPosition end, String ruleId, String impact) {
  private static final Pattern LINE = Pattern.compile(
    "\\s*(?:#|//)~\\s*(?:(?<carets>\\^+)|\\[(?<from>\\d+)\\.\\.(?:\\+(?<down>\\d+):)?(?<to>\\d+)])\\s+(?<rule>\\S+)\\s+(?<impact>\\w+)\\s*"
  );
  private static final Pattern SIGN = Pattern.compile("\\s*(?:#|//)~.*");

  /** Whether a line is meant as a marker. */
  static boolean isMarker(String line) {
    return SIGN.matcher(line).matches();
  }

  /**
   * Reads a marker.
   *
   * @param line the line with it
   * @param codeLine the zero-based line of code that it stands below
   * @throws IllegalArgumentException when it is not well formed
   */
  static Marker parse(String line, int codeLine) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a marker such as `#~ ^^^^ rule-id moderate`: " + line);
    }
    boolean carets = matcher.group("carets") != null;
    int from = carets ? matcher.start("carets") : Integer.parseInt(matcher.group("from"));
    int to = carets ? matcher.end("carets") : Integer.parseInt(matcher.group("to"));
    int down = Optional.ofNullable(matcher.group("down")).map(Integer::parseInt).orElse(0);
    return new Marker(
      new TextPosition(codeLine, from),
      new TextPosition(codeLine + down, to),
      matcher.group("rule"),
      matcher.group("impact")
    );
  }

  /** The marker that a finding would satisfy. */
  static Marker of(SourceText text, ReportedFinding finding) {
    TextRange range = finding.finding().range();
    return new Marker(
      text.positionOf(range.start()),
      text.positionOf(range.end()),
      finding.rule().id(),
      finding.impact().word()
    );
  }

  /** Whether both stand for the same rule at the same place. */
  boolean samePlaceAs(Marker other) {
    return start.equals(other.start) && end.equals(other.end) && ruleId.equals(other.ruleId);
  }

  /** The marker as a line of a fixture, to stand below {@code code}. */
  String format(Language language, String code) {
    String sign = language.lineComment() + "~";
    String indentation = code.substring(0, code.length() - code.stripLeading().length());
    String tail = " " + ruleId + " " + impact;
    for (String before : new String[] { indentation + sign, sign }) {
      if (start.line() == end.line() && before.length() <= start.column()) {
        return before + gap(code, before.length()) + "^".repeat(end.column() - start.column()) + tail;
      }
    }
    String down = start.line() == end.line() ? "" : "+" + (end.line() - start.line()) + ":";
    return sign + " [" + start.column() + ".." + down + end.column() + "]" + tail;
  }

  /** White space up to the span, with the tabs that the code has, so that the carets stand below it in an editor too. */
  private String gap(String code, int from) {
    StringBuilder gap = new StringBuilder();
    for (int column = from; column < start.column(); column++) {
      gap.append(code.charAt(column) == '\t' ? '\t' : ' ');
    }
    return gap.toString();
  }
}
