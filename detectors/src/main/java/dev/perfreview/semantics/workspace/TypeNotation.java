package dev.perfreview.semantics.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Types as the facts of a file write them: {@code dict<str,list<int>>}. Angle brackets in both languages, since square ones mean an element
 * in Python's references.
 *
 * @param <T> the language's type
 * @param name what to write of a type without its arguments; free of {@code <}, {@code >} and commas
 * @param arguments its arguments
 * @param make a type of a name and arguments
 */
public record TypeNotation<T>(
  Function<T, String> name,
  Function<T, List<T>> arguments,
  BiFunction<String, List<T>, T> make
) {
  private static final int DEEPEST = 6;

  /** Writes a type. */
  public String write(T type) {
    StringBuilder written = new StringBuilder();
    write(type, written, 0);
    return written.toString();
  }

  private void write(T type, StringBuilder written, int depth) {
    written.append(name.apply(type));
    List<T> all = arguments.apply(type);
    if (all.isEmpty() || depth > DEEPEST) {
      return;
    }
    char separator = '<';
    for (T argument : all) {
      written.append(separator);
      write(argument, written, depth + 1);
      separator = ',';
    }
    written.append('>');
  }

  /** Reads what {@link #write} wrote. */
  public T read(String written) {
    return new Reader<>(written, make).read();
  }

  private static final class Reader<T> {

    private final String written;
    private final BiFunction<String, List<T>, T> make;
    private int next;

    Reader(String written, BiFunction<String, List<T>, T> make) {
      this.written = written;
      this.make = make;
    }

    T read() {
      int start = next;
      while (next < written.length() && "<,>".indexOf(written.charAt(next)) < 0) {
        next++;
      }
      String own = written.substring(start, next);
      List<T> arguments = new ArrayList<>();
      if (next < written.length() && written.charAt(next) == '<') {
        do {
          next++;
          arguments.add(read());
        } while (next < written.length() && written.charAt(next) == ',');
        next++;
      }
      return make.apply(own, arguments);
    }
  }
}
