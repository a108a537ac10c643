package dev.perfreview.python;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls into the standard library and well-known packages return: data that the {@link TypeInference} reads. */
final class LibraryTypes {

  private static final Set<String> BUILT_IN_TYPES = Set.of(
    "list",
    "str",
    "bytes",
    "bytearray",
    "dict",
    "set",
    "frozenset",
    "int",
    "float",
    "bool",
    "tuple",
    "range",
    "memoryview"
  );

  private static final Map<String, String> TYPING_ALIASES = Map.of(
    "typing.List",
    "list",
    "typing.Dict",
    "dict",
    "typing.Set",
    "set",
    "typing.FrozenSet",
    "frozenset",
    "typing.Tuple",
    "tuple",
    "typing.Text",
    "str",
    "typing.Deque",
    "collections.deque",
    "typing.DefaultDict",
    "collections.defaultdict",
    "typing.OrderedDict",
    "collections.OrderedDict"
  );

  /** Functions whose name does not tell what they return. */
  private static final Map<String, String> RESULTS = Map.ofEntries(
    entry("builtins.sorted", "list"),
    entry("builtins.dir", "list"),
    entry("builtins.len", "int"),
    entry("builtins.ord", "int"),
    entry("builtins.hash", "int"),
    entry("builtins.id", "int"),
    entry("builtins.repr", "str"),
    entry("builtins.chr", "str"),
    entry("builtins.hex", "str"),
    entry("builtins.input", "str"),
    entry("builtins.format", "str"),
    entry("builtins.isinstance", "bool"),
    entry("builtins.open", "io.IOBase"),
    entry("collections.deque", "collections.deque"),
    entry("collections.defaultdict", "collections.defaultdict"),
    entry("json.dumps", "str"),
    entry("pickle.dumps", "bytes"),
    entry("os.getcwd", "str"),
    entry("os.getpid", "int"),
    entry("os.listdir", "list"),
    entry("os.path.join", "str"),
    entry("os.path.basename", "str"),
    entry("os.path.dirname", "str"),
    entry("time.time", "float"),
    entry("time.perf_counter", "float"),
    entry("time.monotonic", "float"),
    entry("re.sub", "str"),
    entry("re.split", "list"),
    entry("re.findall", "list"),
    entry("glob.glob", "list"),
    entry("logging.getLogger", "logging.Logger"),
    entry("pathlib.Path.cwd", "pathlib.Path"),
    entry("pathlib.Path.home", "pathlib.Path"),
    entry("asyncio.run_coroutine_threadsafe", "concurrent.futures.Future"),
    entry("concurrent.futures.thread.ThreadPoolExecutor", "concurrent.futures.ThreadPoolExecutor"),
    entry("socket.socket", "socket.socket"),
    entry("socket.create_connection", "socket.socket"),
    entry("socket.create_server", "socket.socket"),
    entry("zmq.Context.instance", "zmq.Context"),
    entry("zmq.asyncio.Context.instance", "zmq.asyncio.Context"),
    entry("requests.session", "requests.Session"),
    entry("redis.from_url", "redis.Redis"),
    entry("redis.StrictRedis", "redis.Redis"),
    entry("redis.Redis.from_url", "redis.Redis"),
    entry("sqlite3.connect", "sqlite3.Connection"),
    entry("psycopg2.connect", "psycopg2.extensions.connection"),
    entry("psycopg.connect", "psycopg.Connection"),
    entry("pymysql.connect", "pymysql.connections.Connection"),
    entry("boto3.client", "boto3.client"),
    entry("boto3.resource", "boto3.resource"),
    // Before Python 3.13 these are aliases of factory functions; either way an instance comes out.
    entry("multiprocessing.Process", "multiprocessing.Process"),
    entry("multiprocessing.context.Process", "multiprocessing.Process"),
    entry("torch.multiprocessing.Process", "multiprocessing.Process"),
    entry("torch.multiprocessing.Queue", "multiprocessing.Queue")
  );

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
    entry("list", Map.of("copy", "=", "index", "int", "count", "int")),
    entry("dict", Map.of("copy", "=")),
    entry("set", sameAs("=", "copy union intersection difference symmetric_difference", Map.of())),
    entry("collections.deque", Map.of("copy", "=")),
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

  private static final Set<String> LOGGER_NAMES = Set.of("logger", "_logger", "log", "LOG", "LOGGER");
  private static final Set<String> LOGGER_FACTORIES = Set.of("getLogger", "get_logger", "init_logger");

  private LibraryTypes() {}

  private static Map<String, String> sameAs(String result, String methods, Map<String, String> others) {
    Map<String, String> all = new java.util.HashMap<>(others);
    for (String method : methods.split(" ", -1)) {
      all.put(method, result);
    }
    return Map.copyOf(all);
  }

  /** The type that a dotted name means in an annotation. */
  static PythonType named(String dottedName) {
    String plain = dottedName.startsWith("builtins.") ? dottedName.substring("builtins.".length()) : dottedName;
    if (BUILT_IN_TYPES.contains(plain)) {
      return PythonType.of(plain);
    }
    String alias = TYPING_ALIASES.get(plain);
    if (alias != null) {
      return PythonType.of(alias);
    }
    String result = RESULTS.get(dottedName);
    return result != null && result.equals(dottedName) ? PythonType.of(result) : instanceOf(dottedName);
  }

  /** The type of what calling a dotted name returns. */
  static PythonType resultOf(String dottedName) {
    String result = RESULTS.get(dottedName);
    if (result != null) {
      return PythonType.of(result);
    }
    if (isLoggerFactory(dottedName)) {
      return PythonType.of("logging.Logger");
    }
    return named(dottedName);
  }

  /** The type of what a method returns; unknown for a method that the table does not know. */
  static PythonType methodResult(PythonType receiver, String method) {
    String result = METHODS.getOrDefault(receiver.name(), Map.of()).get(method);
    if (result == null) {
      return PythonType.UNKNOWN;
    }
    if (result.equals("=")) {
      return receiver;
    }
    return result.equals("list") && receiver.isAny("str", "bytes")
      ? PythonType.of("list", receiver)
      : PythonType.of(result);
  }

  /** The type of a name that is imported as a value: a logger that a logging module hands out. */
  static PythonType imported(@Nullable String dottedName) {
    if (dottedName == null) {
      return PythonType.UNKNOWN;
    }
    int dot = dottedName.lastIndexOf('.');
    boolean logger =
      LOGGER_NAMES.contains(dottedName.substring(dot + 1)) && formatsLazily(dottedName.substring(0, Math.max(dot, 0)));
    return logger ? PythonType.of("logging.Logger") : PythonType.UNKNOWN;
  }

  private static boolean isLoggerFactory(String dottedName) {
    int dot = dottedName.lastIndexOf('.');
    return (
      dot > 0 && LOGGER_FACTORIES.contains(dottedName.substring(dot + 1)) && formatsLazily(dottedName.substring(0, dot))
    );
  }

  /** Whether a module's loggers take {@code %}-arguments as the standard library's do: loguru's and structlog's do not. */
  private static boolean formatsLazily(String module) {
    return module.contains("log") && !module.contains("loguru") && !module.contains("structlog");
  }

  /** An instance, when the last part of the name is written as class names are and the module is known by an absolute name. */
  private static PythonType instanceOf(String dottedName) {
    int dot = dottedName.lastIndexOf('.');
    boolean isClass =
      dot > 0 &&
      dot + 1 < dottedName.length() &&
      Character.isUpperCase(dottedName.charAt(dot + 1)) &&
      !dottedName.startsWith("builtins.") &&
      !dottedName.startsWith("typing.");
    return isClass ? PythonType.of(dottedName) : PythonType.UNKNOWN;
  }
}
