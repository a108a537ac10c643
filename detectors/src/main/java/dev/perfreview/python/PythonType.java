package dev.perfreview.python;

import java.util.List;

/**
 * What is known of a value's type.
 *
 * @param name a built-in type by its own name ({@code list}), a library's by its dotted name ({@code queue.Queue}), a class of the
 *     file with a leading dot ({@code .Scheduler}), one of another file by its full name; empty when unknown; with a leading {@code ?}
 *     when only other files can tell, see {@link #pending}
 * @param arguments the types in the brackets, as far as they are known
 */
public record PythonType(String name, List<PythonType> arguments) {
  /** Nothing is known. */
  public static final PythonType UNKNOWN = new PythonType("", List.of());
  /** {@code None}, which says nothing of what a name holds once it is set. */
  public static final PythonType NONE = of("None");
  /** {@code list}. */
  public static final PythonType LIST = of("list");
  /** {@code str}. */
  public static final PythonType STR = of("str");
  /** {@code bytes}. */
  public static final PythonType BYTES = of("bytes");
  /** {@code int}. */
  public static final PythonType INT = of("int");
  /** {@code bool}. */
  public static final PythonType BOOL = of("bool");

  /** What nothing has been said of yet: the neutral element of {@link #join}. */
  static final PythonType BOTTOM = of("<bottom>");

  public PythonType {
    arguments = List.copyOf(arguments);
  }

  /** A type without arguments. */
  public static PythonType of(String name, PythonType... arguments) {
    return new PythonType(name, List.of(arguments));
  }

  /**
   * A type that only the workspace can tell.
   *
   * @param reference the expression whose type it is, in the notation of {@link dev.perfreview.python.workspace.PythonLinker}
   */
  public static PythonType pending(String reference) {
    return new PythonType("?" + reference, List.of());
  }

  /** Whether only other files can tell what it is; it is not {@linkplain #isKnown() known} then. */
  public boolean isPending() {
    return name.startsWith("?");
  }

  /** The expression whose type a {@linkplain #isPending() pending} one is. */
  public String reference() {
    return name.substring(1);
  }

  /** Whether it is known to be this type. */
  public boolean is(String expected) {
    return name.equals(expected);
  }

  /** Whether it is known to be one of these types. */
  public boolean isAny(String... expected) {
    return List.of(expected).contains(name);
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return !name.isEmpty() && !isPending();
  }

  /** Whether it is a class that the file defines. */
  public boolean isClassOfFile() {
    return name.startsWith(".");
  }

  /** The type of what an iteration over a value of this type yields. */
  public PythonType element() {
    if (isPending()) {
      return pending(reference() + "*");
    }
    return switch (name) {
      case "str" -> STR;
      case "bytes", "range" -> INT;
      case "list", "set", "frozenset", "collections.deque", "typing.Iterable", "dict" -> arguments.isEmpty()
        ? UNKNOWN
        : arguments.getFirst();
      case "tuple" -> tupleElement();
      default -> UNKNOWN;
    };
  }

  private PythonType tupleElement() {
    PythonType joined = BOTTOM;
    for (PythonType argument : arguments) {
      joined = joined.join(argument);
    }
    return joined.equals(BOTTOM) ? UNKNOWN : joined;
  }

  /** The type of {@code value[…]} where the brackets hold an index or a key, not a slice. */
  public PythonType item() {
    if (isPending()) {
      return pending(reference() + "[]");
    }
    return switch (name) {
      case "dict", "collections.defaultdict", "collections.OrderedDict" -> arguments.size() == 2
        ? arguments.get(1)
        : UNKNOWN;
      default -> element();
    };
  }

  /** The type of a value that is of this type or of {@code other}; {@code None} gives way to any other. */
  public PythonType join(PythonType other) {
    if (equals(other) || other.equals(BOTTOM) || (other.equals(NONE) && !name.isEmpty())) {
      return this;
    }
    if (equals(BOTTOM) || (equals(NONE) && !other.name.isEmpty())) {
      return other;
    }
    return name.equals(other.name) && !isPending() ? joinArguments(other) : UNKNOWN;
  }

  private PythonType joinArguments(PythonType other) {
    // An empty display, `[]`, says nothing of its elements and so contradicts nothing.
    if (arguments.isEmpty()) {
      return other;
    }
    return other.arguments.isEmpty() ? this : of(name);
  }
}
