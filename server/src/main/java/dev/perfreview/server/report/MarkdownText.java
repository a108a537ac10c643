package dev.perfreview.server.report;

/** Texts of others as parts of a Markdown document. */
public final class MarkdownText {

  private MarkdownText() {}

  /** A sentence whose code in backquotes stays code, and in which nothing else is read as HTML or Markdown. */
  public static String escaped(String sentence) {
    StringBuilder result = new StringBuilder();
    boolean inCode = false;
    for (int index = 0; index < sentence.length(); index++) {
      char unit = sentence.charAt(index);
      if (unit == '`') {
        inCode = !inCode && sentence.indexOf('`', index + 1) >= 0;
      }
      if (!inCode && "\\*_[]<>#|~".indexOf(unit) >= 0) {
        result.append('\\');
      }
      result.append(unit);
    }
    return result.toString();
  }

  /** Text as code, whatever backquotes it holds (CommonMark, code spans). */
  public static String code(String text) {
    int run = longestRun(text);
    if (run == 0) {
      return "`" + text + "`";
    }
    String delimiter = "`".repeat(run + 1);
    return delimiter + " " + text + " " + delimiter;
  }

  static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int index = 0; index < text.length(); index++) {
      run = text.charAt(index) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Lines of code as a block, whatever backquotes they hold. */
  public static String block(String language, String lines) {
    String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
    String end = lines.isEmpty() || lines.endsWith("\n") ? "" : "\n";
    return fence + language + "\n" + lines + end + fence + "\n";
  }
}
