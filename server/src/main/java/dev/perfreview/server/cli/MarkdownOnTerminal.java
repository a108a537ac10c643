package dev.perfreview.server.cli;

import dev.perfreview.server.report.Style;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the documents of rules on a terminal: headings stand out, code is coloured, links lose their brackets and comments go. Without colours it is
 * the Markdown itself, which reads well as it is.
 *
 * @param style with or without colours
 */
record MarkdownOnTerminal(Style style) {
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->\\R?");
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");

  /** The document as it is to be printed, with a line end at its end. */
  String render(String markdown) {
    String text = COMMENT.matcher(markdown).replaceAll("").strip();
    StringBuilder shown = new StringBuilder();
    boolean inCode = false;
    for (String line : text.lines().toList()) {
      if (style == Style.COLOURED && line.startsWith("```")) {
        inCode = !inCode;
        continue;
      }
      shown.append(style == Style.PLAIN ? line : inCode ? "    " + style.code(line) : renderLine(line)).append('\n');
    }
    return shown.toString();
  }

  private String renderLine(String line) {
    if (line.startsWith("#")) {
      return style.strong(line.replaceFirst("^#+ ", ""));
    }
    return INLINE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(renderInline(found)));
  }

  private String renderInline(MatchResult found) {
    if (found.group(1) != null) {
      return style.code(found.group(1));
    }
    return found.group(2) != null
      ? style.strong(found.group(2))
      : found.group(3) + " " + style.faint("(" + found.group(4) + ")");
  }
}
