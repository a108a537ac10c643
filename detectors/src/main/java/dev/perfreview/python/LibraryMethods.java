package dev.perfreview.python;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;

/** What methods of the standard library's and well-known packages' classes return: data that the {@link TypeInference} reads. */
final class LibraryMethods {

  /** Stands for the type of the receiver's elements. */
  private static final String ITEM = "[]";

  /** Methods by the receiver's type; {@code "="} stands for the receiver's own type. */
  private static final Map<String, Map<String, String>> METHODS = Map.ofEntries(
    entry(
      "str",
      sameAs(
        "=",
        "strip lstrip rstrip lower upper title capitalize casefold swapcase center ljust rjust zfill join format format_map " +
          "replace translate expandtabs removeprefix removesuffix",
        Map.of(
          "split",
          "list",
          "rsplit",
          "list",
          "splitlines",
          "list",
          "encode",
          "bytes",
          "find",
          "int",
          "index",
          "int",
          "count",
          "int"
        )
      )
    ),
    entry(
      "bytes",
      sameAs(
        "=",
        "strip lstrip rstrip lower upper join replace translate removeprefix removesuffix",
        Map.of("split", "list", "splitlines", "list", "decode", "str", "hex", "str", "find", "int")
      )
    ),
    entry("list", Map.of("copy", "=", "index", "int", "count", "int", "pop", ITEM)),
    entry("tuple", Map.of("index", "int", "count", "int")),
    entry("set", sameAs("=", "copy union intersection difference symmetric_difference", Map.of("pop", ITEM))),
    entry("frozenset", sameAs("=", "copy union intersection difference symmetric_difference", Map.of())),
    entry("collections.deque", Map.of("copy", "=", "pop", ITEM, "popleft", ITEM)),
    entry("io.IOBase", Map.of("readlines", "list")),
    entry("numpy.ndarray", Map.of("copy", "=", "tolist", "list", "tobytes", "bytes")),
    entry("memoryview", Map.of("tobytes", "bytes")),
    entry("logging.Logger", Map.of("getChild", "=")),
    entry(
      "pathlib.Path",
      sameAs(
        "=",
        "resolve absolute joinpath with_suffix with_name with_stem expanduser relative_to",
        Map.of("read_text", "str", "read_bytes", "bytes", "as_posix", "str", "open", "io.IOBase")
      )
    ),
    entry("concurrent.futures.ThreadPoolExecutor", Map.of("submit", "concurrent.futures.Future")),
    entry("concurrent.futures.ProcessPoolExecutor", Map.of("submit", "concurrent.futures.Future")),
    entry("zmq.Context", Map.of("socket", "zmq.Socket")),
    entry("zmq.asyncio.Context", Map.of("socket", "zmq.asyncio.Socket")),
    entry("sqlite3.Connection", Map.of("cursor", "sqlite3.Cursor", "execute", "sqlite3.Cursor")),
    entry("psycopg2.extensions.connection", Map.of("cursor", "psycopg2.extensions.cursor")),
    entry("psycopg.Connection", Map.of("cursor", "psycopg.Cursor")),
    entry("pymysql.connections.Connection", Map.of("cursor", "pymysql.cursors.Cursor"))
  );

  private LibraryMethods() {}

  private static Map<String, String> sameAs(String result, String methods, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    for (String method : methods.split(" ", -1)) {
      all.put(method, result);
    }
    return Map.copyOf(all);
  }

  /** The type of what a method returns; unknown for a method that the table does not know. */
  static PythonType of(PythonType receiver, String method) {
    String result = METHODS.getOrDefault(receiver.name(), Map.of()).get(method);
    if (result == null) {
      return PythonType.UNKNOWN;
    }
    if (result.equals("=")) {
      return receiver;
    }
    if (result.equals(ITEM)) {
      return receiver.element();
    }
    return result.equals("list") && receiver.isAny("str", "bytes")
      ? PythonType.of("list", receiver)
      : PythonType.of(result);
  }

  /** The type of what a method returns whose receiver is unknown: of names that all classes with such a method agree on. */
  static PythonType ofUnknown(String method) {
    return switch (method) {
      case "tolist", "readlines", "splitlines" -> PythonType.of("list", PythonType.UNKNOWN);
      case "tobytes" -> PythonType.BYTES;
      default -> PythonType.UNKNOWN;
    };
  }
}
