package dev.perfreview.python;

/** What is known of the standard library and well-known packages, for those who link files. */
public final class PythonLibrary {

  /** The type of what a coroutine function returns; its argument is what awaiting it gives. */
  public static final String AWAITABLE = "typing.Awaitable";

  private PythonLibrary() {}

  /** The type of what calling a full name returns. */
  public static PythonType resultOf(String name) {
    return LibraryTypes.resultOf(name);
  }

  /** The type of what a method returns. */
  public static PythonType methodResult(PythonType receiver, String method) {
    return LibraryMethods.of(receiver, method);
  }
}
