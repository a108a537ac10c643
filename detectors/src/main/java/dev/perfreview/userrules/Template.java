package dev.perfreview.userrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A text with captures to be filled in: {@code `{call}` waits}; <code>{{</code> and <code>}}</code> stand for single braces. */
final class Template {

  private final List<Part> parts = new ArrayList<>();

  private Template() {}

  /**
   * A piece of the text.
   *
   * @param text the text, or the name of a capture
   * @param isCapture which of the two
   */
  private record Part(String text, boolean isCapture) {}

  /** A template that cannot be filled in, and the UTF-16 offsets of where that shows. */
  static final class TemplateException extends Exception {

    private static final long serialVersionUID = 1;

    private final int start;
    private final int length;

    TemplateException(int start, int length, String message) {
      super(message);
      this.start = start;
      this.length = length;
    }

    int start() {
      return start;
    }

    int length() {
      return length;
    }
  }

  /**
   * Reads a template.
   *
   * @param captures the captures that there are
   * @param suggestion answers, for an unknown capture, what a message ends with
   */
  static Template of(String text, Set<String> captures, UnaryOperator<String> suggestion) throws TemplateException {
    Template template = new Template();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if ((unit == '{' || unit == '}') && text.startsWith(String.valueOf(unit), at + 1)) {
        literal.append(unit);
        at += 2;
      } else if (unit == '}') {
        throw new TemplateException(at, 1, "a `}` has no `{`; `}}` stands for the character itself");
      } else if (unit == '{') {
        int close = text.indexOf('}', at);
        if (close < 0) {
          throw new TemplateException(at, 1, "a `{` has no `}`; `{{` stands for the character itself");
        }
        String name = text.substring(at + 1, close);
        if (!captures.contains(name)) {
          throw new TemplateException(
            at,
            close + 1 - at,
            "the query captures nothing as `@" + name + "`" + suggestion.apply(name)
          );
        }
        template.parts.add(new Part(literal.toString(), false));
        template.parts.add(new Part(name, true));
        literal.setLength(0);
        at = close + 1;
      } else {
        literal.append(unit);
        at++;
      }
    }
    template.parts.add(new Part(literal.toString(), false));
    return template;
  }

  /** The text with the captures filled in. */
  String fill(Function<String, String> textOfCapture) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(part.isCapture() ? textOfCapture.apply(part.text()) : part.text());
    }
    return filled.toString();
  }
}
