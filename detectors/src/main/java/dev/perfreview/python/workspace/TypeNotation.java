package dev.perfreview.python.workspace;

import dev.perfreview.python.PythonType;
import java.util.ArrayList;
import java.util.List;

/**
 * Types as the facts of a file write them: {@code dict<str,list<int>>}. Angle brackets, for square ones mean an element in the reference of a
 * pending type.
 */
final class TypeNotation {

  private static final int DEEPEST = 6;

  private TypeNotation() {}

  /** Writes a type; empty when nothing is known. */
  static String write(PythonType type) {
    StringBuilder written = new StringBuilder();
    write(type, written, 0);
    return written.toString();
  }

  private static void write(PythonType type, StringBuilder written, int depth) {
    written.append(type.name());
    if (type.arguments().isEmpty() || depth > DEEPEST) {
      return;
    }
    char separator = '<';
    for (PythonType argument : type.arguments()) {
      written.append(separator);
      write(argument, written, depth + 1);
      separator = ',';
    }
    written.append('>');
  }

  /** Reads what {@link #write} wrote. */
  static PythonType read(String written) {
    return new Reader(written).read();
  }

  private static final class Reader {

    private final String written;
    private int next;

    Reader(String written) {
      this.written = written;
    }

    PythonType read() {
      int start = next;
      while (next < written.length() && "<,>".indexOf(written.charAt(next)) < 0) {
        next++;
      }
      String name = written.substring(start, next);
      List<PythonType> arguments = new ArrayList<>();
      if (next < written.length() && written.charAt(next) == '<') {
        do {
          next++;
          arguments.add(read());
        } while (next < written.length() && written.charAt(next) == ',');
        next++;
      }
      return new PythonType(name, arguments);
    }
  }
}
