package dev.perfreview.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of a value's type.
 *
 * @param name a built-in type by its own name ({@code list}, {@code dict_items}), a library's by its dotted name
 *     ({@code queue.Queue}), a protocol of {@code collections.abc} as {@code typing} has it ({@code typing.Sequence}), a class of the
 *     file with a leading dot ({@code .Scheduler}), one of another file by its full name; empty when unknown; with a leading {@code ?} when only other
 *     files can tell, see {@link #pending}
 * @param arguments the types in the brackets: all of them, the unknown ones too, or none where nothing is said
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

  /** The second argument of {@code tuple[T, ...]}, a tuple of any length. */
  static final PythonType ELLIPSIS = of("...");

  /** What nothing has been said of yet: the neutral element of {@link #join}. */
  static final PythonType BOTTOM = of("<bottom>");

  private static final Set<String> MAPPINGS = Set.of(
    "dict",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter",
    "typing.Mapping",
    "typing.MutableMapping"
  );

  /** Types of which an iteration yields the first argument. */
  private static final Set<String> ELEMENT_FIRST = Set.of(
    "list",
    "set",
    "frozenset",
    "collections.deque",
    "dict",
    "dict_keys",
    "dict_values",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter",
    "typing.Iterable",
    "typing.Iterator",
    "typing.Generator",
    "typing.Sequence",
    "typing.MutableSequence",
    "typing.Collection",
    "typing.AbstractSet",
    "typing.Mapping",
    "typing.MutableMapping"
  );

  public PythonType {
    arguments = List.copyOf(arguments);
  }

  // Written out, for at each start the VM spins classes for those that a record gets.
  @Override
  public boolean equals(Object other) {
    return (
      other == this || (other instanceof PythonType type && name.equals(type.name) && arguments.equals(type.arguments))
    );
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + arguments.hashCode();
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

  /** Whether it only says what can be done with a value, as {@code typing.Sequence} does, and not of which class the value is. */
  public boolean isAbstract() {
    return name.startsWith("typing.");
  }

  /** The type of what an iteration over a value of this type yields. */
  public PythonType element() {
    if (isPending()) {
      return pending(reference() + "*");
    }
    return switch (name) {
      case "str" -> STR;
      case "bytes", "bytearray", "range" -> INT;
      case "dict_items" -> of("tuple", argument(0), argument(1));
      case "tuple" -> tupleElement();
      default -> ELEMENT_FIRST.contains(name) ? argument(0) : UNKNOWN;
    };
  }

  private PythonType tupleElement() {
    PythonType joined = BOTTOM;
    for (PythonType argument : arguments) {
      joined = argument.equals(ELLIPSIS) ? joined : joined.join(argument);
    }
    return joined.equals(BOTTOM) ? UNKNOWN : joined;
  }

  /** The type of {@code value[…]} where the brackets hold an index or a key, not a slice. */
  public PythonType item() {
    if (isPending()) {
      return pending(reference() + "[]");
    }
    return isMapping() ? value() : element();
  }

  /** Whether it is a mapping of keys to values. */
  public boolean isMapping() {
    return MAPPINGS.contains(name);
  }

  /** The type of a mapping's values. */
  public PythonType value() {
    return is("collections.Counter") ? INT : argument(1);
  }

  /** The type of the part at {@code index} when a value of this type is unpacked into {@code count} names. */
  public PythonType part(int index, int count) {
    boolean eachItsOwn = is("tuple") && arguments.size() == count && !arguments.contains(ELLIPSIS);
    return eachItsOwn ? arguments.get(index) : element();
  }

  private PythonType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** The type of a value that is of this type or of {@code other}; {@code None} gives way to any other. */
  public PythonType join(PythonType other) {
    if (equals(other) || other.equals(BOTTOM) || (other.equals(NONE) && !name.isEmpty())) {
      return this;
    }
    if (equals(BOTTOM) || (equals(NONE) && !other.name.isEmpty())) {
      return other;
    }
    return name.equals(other.name) ? joinArguments(other) : UNKNOWN;
  }

  private PythonType joinArguments(PythonType other) {
    // An empty display, `[]`, says nothing of its elements and so contradicts nothing.
    if (arguments.isEmpty()) {
      return other;
    }
    if (other.arguments.isEmpty()) {
      return this;
    }
    if (arguments.size() != other.arguments.size() || arguments.contains(ELLIPSIS)) {
      return is("tuple") ? of(name, element().join(other.element()), ELLIPSIS) : of(name, UNKNOWN);
    }
    List<PythonType> joined = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      joined.add(arguments.get(i).join(other.arguments.get(i)));
    }
    return new PythonType(name, joined);
  }
}
