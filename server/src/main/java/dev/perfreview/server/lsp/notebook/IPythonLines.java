package dev.perfreview.server.lsp.notebook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts Python in the place of what a notebook's cell holds for IPython: magics ({@code %time}, {@code %%bash}), commands of the shell ({@code !ls},
 * {@code files = !ls}) and questions ({@code frame.head?}). Each becomes the name {@code _}, of which nothing is known, and a comment; all offsets
 * stay what they were.
 */
public final class IPythonLines {

  /** Magics whose cell is Python all the same; that of any other is text for another program. */
  private static final Set<String> PYTHON_CELLS = Set.of("time", "timeit", "capture", "prun", "python", "python3");

  private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%(\\w*).*", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("\\s*([%!?]|[^\\s#'\"][^#'\"]*\\?\\s*$)");
  private static final Pattern ASSIGNED = Pattern.compile("\\s*[A-Za-z_][\\w., ]*=\\s*([%!])");

  private final String text;
  private final StringBuilder python;
  private int depth;
  /** The quotes of the string that the next line starts in; empty outside of strings. */
  private String quotes = "";
  private boolean continued;

  private IPythonLines(String text) {
    this.text = text;
    this.python = new StringBuilder(text);
  }

  /** The cell as Python, of the same length; itself where it is Python already. */
  public static String hide(String text) {
    // Most cells have none of these characters, and nothing need be looked at.
    if (text.indexOf('%') < 0 && text.indexOf('!') < 0 && text.indexOf('?') < 0) {
      return text;
    }
    Matcher magic = CELL_MAGIC.matcher(text);
    if (magic.matches() && !PYTHON_CELLS.contains(magic.group(1))) {
      return text.replaceAll("[^\\r\\n]", " ");
    }
    String python = new IPythonLines(text).hide();
    return python.equals(text) ? text : python;
  }

  private String hide() {
    boolean hidden = false;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end).stripTrailing();
      if (hidden && continued) {
        comment(start, line);
      } else {
        int found = depth == 0 && quotes.isEmpty() && !continued ? ipythonIn(line) : -1;
        hidden = found >= 0;
        if (hidden) {
          comment(start + found, line.substring(found));
        } else {
          follow(line);
        }
      }
      if (hidden) {
        continued = line.endsWith("\\");
      }
      start = end + 1;
    }
    return python.toString();
  }

  /** Where a line that starts a statement holds something for IPython; -1 where it does not. */
  private static int ipythonIn(String line) {
    if (LINE.matcher(line).lookingAt()) {
      return line.length() - line.stripLeading().length();
    }
    Matcher assigned = ASSIGNED.matcher(line);
    return assigned.lookingAt() ? assigned.start(1) : -1;
  }

  private void comment(int start, String line) {
    int indented = start + line.length() - line.stripLeading().length();
    int end = start + line.length();
    if (indented < end) {
      python.setCharAt(indented, '_');
    }
    if (indented + 1 < end) {
      python.setCharAt(indented + 1, '#');
    }
  }

  /** Follows brackets and strings through a line of Python. */
  private void follow(String line) {
    continued = false;
    int index = 0;
    while (index < line.length()) {
      char unit = line.charAt(index);
      if (unit == '\\') {
        continued = index == line.length() - 1;
        index += 2;
        continue;
      }
      if (!quotes.isEmpty()) {
        if (line.startsWith(quotes, index)) {
          index += quotes.length();
          quotes = "";
          continue;
        }
      } else if (unit == '#') {
        return;
      } else if (unit == '"' || unit == '\'') {
        String three = String.valueOf(unit).repeat(3);
        quotes = line.startsWith(three, index) ? three : String.valueOf(unit);
        index += quotes.length();
        continue;
      } else if ("([{".indexOf(unit) >= 0) {
        depth++;
      } else if (")]}".indexOf(unit) >= 0) {
        depth = Math.max(0, depth - 1);
      }
      index++;
    }
    if (quotes.length() == 1 && !continued) {
      // A string in plain quotes ends with its line, closed or not.
      quotes = "";
    }
  }
}
