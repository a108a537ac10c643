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

  private static final Map<String, String> TYPING_ALIASES = Map.ofEntries(
    entry("typing.List", "list"),
    entry("typing.Dict", "dict"),
    entry("typing.Set", "set"),
    entry("typing.FrozenSet", "frozenset"),
    entry("typing.Tuple", "tuple"),
    entry("typing.Text", "str"),
    entry("typing.Deque", "collections.deque"),
    entry("typing.DefaultDict", "collections.defaultdict"),
    entry("typing.OrderedDict", "collections.OrderedDict"),
    entry("typing.Counter", "collections.Counter")
  );

  /** Protocols that an annotation may name: what they say of elements and values is of use, the class stays open. */
  private static final Set<String> PROTOCOLS = Set.of(
    "Iterable",
    "Iterator",
    "Generator",
    "Sequence",
    "MutableSequence",
    "Collection",
    "AbstractSet",
    "Mapping",
    "MutableMapping"
  );

  /** Functions whose name does not tell what they return. */
  private static final Map<String, String> RESULTS = Map.ofEntries(
    entry("builtins.sorted", "list"),
    entry("builtins.dir", "list"),
    entry("builtins.map", "typing.Iterator"),
    entry("builtins.filter", "typing.Iterator"),
    entry("builtins.zip", "typing.Iterator"),
    entry("builtins.vars", "dict"),
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
    entry("re.finditer", "typing.Iterator"),
    entry("shlex.split", "list"),
    entry("os.walk", "typing.Iterator"),
    entry("glob.glob", "list"),
    entry("glob.iglob", "typing.Iterator"),
    entry("heapq.nlargest", "list"),
    entry("heapq.nsmallest", "list"),
    entry("dataclasses.asdict", "dict"),
    entry("numpy.array", "numpy.ndarray"),
    entry("numpy.asarray", "numpy.ndarray"),
    entry("numpy.ascontiguousarray", "numpy.ndarray"),
    entry("numpy.empty", "numpy.ndarray"),
    entry("numpy.zeros", "numpy.ndarray"),
    entry("numpy.ones", "numpy.ndarray"),
    entry("numpy.full", "numpy.ndarray"),
    entry("numpy.arange", "numpy.ndarray"),
    entry("numpy.concatenate", "numpy.ndarray"),
    entry("numpy.stack", "numpy.ndarray"),
    entry("numpy.frombuffer", "numpy.ndarray"),
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

  private static final Set<String> LOGGER_NAMES = Set.of("logger", "_logger", "log", "LOG", "LOGGER");
  private static final Set<String> LOGGER_FACTORIES = Set.of("getLogger", "get_logger", "init_logger");

  private LibraryTypes() {}

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
    String protocol = plain.replace("collections.abc.", "").replace("typing.", "");
    if (plain.length() > protocol.length() && PROTOCOLS.contains(protocol)) {
      return PythonType.of("typing." + protocol);
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
    if (dottedName.startsWith("hashlib.")) {
      return PythonType.of("hashlib.Hash");
    }
    if (isLoggerFactory(dottedName)) {
      return PythonType.of("logging.Logger");
    }
    return named(dottedName);
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
