package dev.perfreview.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an annotation that stands in quotes, {@code "dict[str, Req] | None"}. Names are single ones: what has a dot is unknown.
 * Written for short texts, it gives up at whatever it does not expect.
 */
final class QuotedAnnotation {

  private static final int LONGEST = 200;

  private final String text;
  private final Function<String, PythonType> names;
  private int position;

  /**
   * @param text what stands between the quotes
   * @param names what a name means
   */
  QuotedAnnotation(String text, Function<String, PythonType> names) {
    this.text = text.replace(" ", "");
    this.names = names;
  }

  /** The type that it names; unknown where it cannot be read. */
  PythonType type() {
    if (text.length() > LONGEST) {
      return PythonType.UNKNOWN;
    }
    PythonType type = union();
    return position == text.length() ? type : PythonType.UNKNOWN;
  }

  private PythonType union() {
    PythonType type = single();
    while (take('|')) {
      type = type.join(single());
    }
    return type;
  }

  private PythonType single() {
    int start = position;
    while (
      position < text.length() &&
      (Character.isJavaIdentifierPart(text.charAt(position)) || text.charAt(position) == '.')
    ) {
      position++;
    }
    String name = text.substring(start, position);
    List<PythonType> arguments = arguments();
    return switch (name) {
      case "" -> PythonType.UNKNOWN;
      case "..." -> PythonType.ELLIPSIS;
      case "None" -> PythonType.NONE;
      case "Optional" -> arguments.size() == 1 ? arguments.getFirst() : PythonType.UNKNOWN;
      case "Union" -> arguments.stream().reduce(PythonType.BOTTOM, PythonType::join);
      default -> {
        PythonType plain = names.apply(name);
        yield arguments.isEmpty() || !plain.isKnown() ? plain : new PythonType(plain.name(), arguments);
      }
    };
  }

  private List<PythonType> arguments() {
    List<PythonType> arguments = new ArrayList<>();
    if (take('[')) {
      do {
        arguments.add(union());
      } while (take(','));
      if (!take(']')) {
        // What follows is not an annotation that this reads: the text is never used up.
        position = text.length() + 1;
      }
    }
    return arguments;
  }

  private boolean take(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    position += found ? 1 : 0;
    return found;
  }
}
