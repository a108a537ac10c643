package dev.perfreview.python;

/** Puts questions about what other files declare in the notation of {@link ForeignTypes}. */
record ForeignMembers(ForeignTypes types, ModuleName module) {
  /** The type of the value that a full name means. */
  PythonType named(String name) {
    return types.typeOf(name);
  }

  /** The type of what calling a full name returns. */
  PythonType resultOf(String name) {
    return name.startsWith("builtins.") ? PythonType.UNKNOWN : types.typeOf(name + "()");
  }

  /** The type of an attribute of a value. */
  PythonType attribute(PythonType receiver, String name) {
    String reference = referenceTo(receiver);
    return reference.isEmpty() ? PythonType.UNKNOWN : types.typeOf(reference + "." + name);
  }

  /** The type of what a method of a value returns; of a coroutine, before it is awaited. */
  PythonType methodResult(PythonType receiver, String name) {
    String reference = referenceTo(receiver);
    return reference.isEmpty() ? PythonType.UNKNOWN : types.typeOf(reference + "." + name + "()");
  }

  /** The type of what awaiting a value gives. */
  PythonType awaited(PythonType awaitable) {
    if (awaitable.is(PythonLibrary.AWAITABLE) && !awaitable.arguments().isEmpty()) {
      return awaitable.arguments().getFirst();
    }
    return awaitable.isPending() ? types.typeOf(awaitable.reference() + "~") : PythonType.UNKNOWN;
  }

  /** How to write a value of this type; empty where no other file can know its members. */
  String referenceTo(PythonType value) {
    if (value.isPending()) {
      return value.reference();
    }
    if (value.isClassOfFile()) {
      return module.own(value.name().substring(1)) + "!";
    }
    return value.name().contains(".") ? value.name() + "!" : "";
  }
}
