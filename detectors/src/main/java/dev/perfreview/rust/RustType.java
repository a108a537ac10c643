package dev.perfreview.rust;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as far as the file tells it.
 *
 * @param path the full path ({@code std::vec::Vec}), a primitive's name, or one of {@link #SLICE}, {@link #ARRAY}, {@link #TUPLE},
 *     {@link #ITERATOR}, {@link #UNKNOWN_PATH}
 * @param arguments its type arguments, the elements of a tuple, the element of a slice, array or iterator; {@link #UNKNOWN} where the
 *     file leaves one open
 * @param references how many references it stands behind: 1 of {@code &str}
 */
public record RustType(String path, List<RustType> arguments, int references) {
  /** The path of {@code [T]}. */
  public static final String SLICE = "[]";
  /** The path of {@code [T; N]}. */
  public static final String ARRAY = "[;]";
  /** The path of tuples. */
  public static final String TUPLE = "()";
  /** The path of a value that holds one of its arguments: what is in an enum. */
  static final String EITHER = "|";
  /** The path that stands for any iterator of known items. */
  public static final String ITERATOR = "std::iter::Iterator";
  /** The path of a type that the file leaves open. */
  public static final String UNKNOWN_PATH = "_";

  /** The path that stands for what DashMap hands out for an entry: it holds key and value and derefs to the value. */
  static final String DASHMAP_REFERENCE = "dashmap::mapref::one::Ref";

  /** A type that the file leaves open. */
  public static final RustType UNKNOWN = new RustType(UNKNOWN_PATH, List.of(), 0);
  /** {@code &str}. */
  public static final RustType STR = new RustType("str", List.of(), 1);
  /** {@code String}. */
  public static final RustType STRING = new RustType("std::string::String", List.of(), 0);
  /** {@code usize}. */
  public static final RustType USIZE = new RustType("usize", List.of(), 0);
  /** {@code bool}. */
  public static final RustType BOOL = new RustType("bool", List.of(), 0);
  /** {@code char}. */
  public static final RustType CHAR = new RustType("char", List.of(), 0);

  /** Types that a method call looks through to the one that they hold ({@code Deref}). */
  private static final Set<String> TRANSPARENT = Set.of(
    "std::borrow::Cow",
    "std::boxed::Box",
    "std::cell::Ref",
    "std::cell::RefMut",
    "std::rc::Rc",
    "std::sync::Arc",
    "std::sync::MutexGuard",
    "std::sync::RwLockReadGuard",
    "std::sync::RwLockWriteGuard",
    DASHMAP_REFERENCE
  );

  private static final Set<String> GUARDS = Set.of(
    "std::cell::Ref",
    "std::cell::RefMut",
    "std::sync::MutexGuard",
    "std::sync::RwLockReadGuard",
    "std::sync::RwLockWriteGuard",
    DASHMAP_REFERENCE
  );

  public RustType {
    arguments = List.copyOf(arguments);
  }

  /** A type with these arguments, behind no reference. */
  public static RustType of(String path, RustType... arguments) {
    return new RustType(path, List.of(arguments), 0);
  }

  /** {@code Option<item>}. */
  static RustType option(RustType item) {
    return of("std::option::Option", item);
  }

  /** An iterator of {@code item}. */
  static RustType iterator(RustType item) {
    return of(ITERATOR, item);
  }

  /** Whether the path is this one, behind references or not. */
  public boolean is(String expected) {
    return path.equals(expected);
  }

  /** Whether anything is known of it. */
  public boolean isKnown() {
    return !path.equals(UNKNOWN_PATH);
  }

  /** The type argument at a place, {@link #UNKNOWN} when it is not written. */
  public RustType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** The type behind one more reference. */
  public RustType referenced() {
    return new RustType(path, arguments, references + 1);
  }

  /** The type behind this many references. */
  RustType behind(int count) {
    return new RustType(path, arguments, count);
  }

  /** The type that {@code *value} has: one reference less, or what a box or guard holds. */
  public RustType dereferenced() {
    if (references > 0) {
      return behind(references - 1);
    }
    return TRANSPARENT.contains(path) && !arguments.isEmpty() ? arguments.getLast() : this;
  }

  /** The type that methods are looked up on: without references, boxes, counted pointers and guards. */
  public RustType peeled() {
    RustType type = behind(0);
    while (TRANSPARENT.contains(type.path) && !type.arguments.isEmpty()) {
      type = type.arguments.getLast().behind(0);
    }
    return type;
  }

  /** Whether it is a guard of a lock or of a {@code RefCell}, or a reference into a DashMap: something that ends when it is dropped. */
  public boolean isGuard() {
    return GUARDS.contains(path) && references == 0;
  }

  /** Whether it is {@code str} or {@code String}, behind whatever {@link #peeled} looks through. */
  public boolean isText() {
    RustType held = peeled();
    return held.is("str") || held.is("std::string::String");
  }

  /** Whether it is an unsigned integer, not behind a reference. */
  public boolean isUnsigned() {
    return references == 0 && Set.of("usize", "u8", "u16", "u32", "u64").contains(path);
  }

  /** What a {@code for} loop over a value of the type yields; nothing when that is not known. */
  @Nullable
  RustType item() {
    RustType held = references > 0 ? peeled() : this;
    return switch (held.path) {
      case
        SLICE,
        ARRAY,
        "std::vec::Vec",
        "std::collections::VecDeque",
        "std::collections::HashSet",
        "std::collections::BTreeSet",
        "std::collections::BinaryHeap",
        "std::option::Option" -> known(held.argument(0), references > 0);
      case "std::collections::HashMap", "std::collections::BTreeMap" -> of(
        TUPLE,
        borrowed(held.argument(0), references > 0),
        borrowed(held.argument(1), references > 0)
      );
      case ITERATOR -> held.argument(0).isKnown() ? held.argument(0) : null;
      default -> null;
    };
  }

  private static @Nullable RustType known(RustType type, boolean behindReference) {
    return type.isKnown() ? borrowed(type, behindReference) : null;
  }

  private static RustType borrowed(RustType type, boolean behindReference) {
    return behindReference && type.isKnown() ? type.referenced() : type;
  }
}
