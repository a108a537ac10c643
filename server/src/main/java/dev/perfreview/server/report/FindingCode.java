package dev.perfreview.server.report;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.regex.Pattern;

/** The code that a finding is about, in the forms in which it is shown and known again. */
public final class FindingCode {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private FindingCode() {}

  /** The code in one line. */
  public static String inOneLine(SourceText text, TextRange range) {
    return WHITE_SPACE.matcher(text.substring(range)).replaceAll(" ").strip();
  }

  /**
   * Code as it reads when no formatter has been at it: without white space, the commas that a formatter adds before a closing bracket,
   * and the difference between the two quotes.
   */
  public static String evened(String code) {
    StringBuilder result = new StringBuilder(code.length());
    for (int index = 0; index < code.length(); index++) {
      char unit = code.charAt(index);
      if (Character.isWhitespace(unit) || isContinuation(code, index)) {
        continue;
      }
      boolean closes = unit == ')' || unit == ']' || unit == '}';
      if (closes && !result.isEmpty() && result.charAt(result.length() - 1) == ',') {
        result.setLength(result.length() - 1);
      }
      result.append(unit == '\'' ? '"' : unit);
    }
    return result.toString();
  }

  /** A backslash that only joins two lines. */
  private static boolean isContinuation(String code, int index) {
    return code.charAt(index) == '\\' && index + 1 < code.length() && Character.isWhitespace(code.charAt(index + 1));
  }
}
