package dev.perfreview.rust;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the associated functions of the standard library's types ({@code String::from}, {@code Vec::new}) return. */
final class StandardFunctions {

  private static final Set<String> CONSTRUCTORS = Set.of("new", "with_capacity", "default", "from");

  private static final Set<String> CONTAINERS = Set.of(
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::BinaryHeap",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::VecDeque",
    "std::string::String",
    "std::vec::Vec"
  );

  private static final Set<String> POINTERS = Set.of("std::boxed::Box", "std::rc::Rc", "std::sync::Arc");

  private StandardFunctions() {}

  /**
   * The type that a function returns.
   *
   * @param owner the full path of the type that the function belongs to
   * @param arguments the type arguments that are written after it
   * @param argument the type of the call's only argument, where that is known
   */
  static @Nullable RustType returned(
    String owner,
    List<RustType> arguments,
    String function,
    @Nullable RustType argument
  ) {
    if (CONTAINERS.contains(owner) && CONSTRUCTORS.contains(function)) {
      return new RustType(owner, arguments, 0);
    }
    if (POINTERS.contains(owner) && argument != null) {
      return switch (function) {
        case "new", "pin" -> RustType.of(owner, argument);
        case "clone" -> argument.references() > 0 ? argument.dereferenced() : null;
        default -> null;
      };
    }
    return switch (owner + "::" + function) {
      case "std::mem::take", "std::mem::replace" -> argument != null && argument.references() > 0
        ? argument.dereferenced()
        : null;
      case "std::string::String::from_utf8_unchecked" -> RustType.STRING;
      case "std::string::String::from_utf8_lossy" -> RustType.of("std::borrow::Cow", RustType.of("str"));
      case "std::string::String::from_utf8", "std::env::var" -> RustType.of("std::result::Result", RustType.STRING);
      case "std::str::from_utf8" -> RustType.of("std::result::Result", RustType.STR);
      case "std::fs::read_to_string" -> RustType.of("std::result::Result", RustType.STRING);
      default -> StandardHandles.returnedBy(owner + "::" + function);
    };
  }
}
