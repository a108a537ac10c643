package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Locale;

/** What the prefix and the quotes of a string literal say. */
public final class StringLiteral {

  private StringLiteral() {}

  /** The letters before the quotes, in lower case. */
  public static String prefix(SyntaxNode string) {
    String open = opening(string);
    int quote = 0;
    while (quote < open.length() && Character.isLetter(open.charAt(quote))) {
      quote++;
    }
    return open.substring(0, quote).toLowerCase(Locale.ROOT);
  }

  /** The quotes, one or three. */
  public static String quotes(SyntaxNode string) {
    return opening(string).substring(prefix(string).length());
  }

  /** Whether it is a {@code bytes} literal. */
  public static boolean isBytes(SyntaxNode string) {
    return prefix(string).contains("b");
  }

  /** Whether it is an f-string. */
  public static boolean isFormatted(SyntaxNode string) {
    return prefix(string).contains("f");
  }

  private static String opening(SyntaxNode string) {
    SyntaxNode start = string.firstChild("string_start");
    return start == null ? "" : start.text();
  }
}
