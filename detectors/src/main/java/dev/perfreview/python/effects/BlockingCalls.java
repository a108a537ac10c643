package dev.perfreview.python.effects;

import static dev.perfreview.python.effects.BlockingOperation.DATABASE;
import static dev.perfreview.python.effects.BlockingOperation.DATABASE_FILE;
import static dev.perfreview.python.effects.BlockingOperation.FILE;
import static dev.perfreview.python.effects.BlockingOperation.FILE_SYSTEM;
import static dev.perfreview.python.effects.BlockingOperation.FILE_TREE;
import static dev.perfreview.python.effects.BlockingOperation.LOCK;
import static dev.perfreview.python.effects.BlockingOperation.NETWORK;
import static dev.perfreview.python.effects.BlockingOperation.OPEN_FILE;
import static dev.perfreview.python.effects.BlockingOperation.PROCESS;
import static dev.perfreview.python.effects.BlockingOperation.RECEIVE;
import static dev.perfreview.python.effects.BlockingOperation.SEND;
import static dev.perfreview.python.effects.BlockingOperation.SLEEP;
import static dev.perfreview.python.effects.BlockingOperation.START_PROCESS;
import static dev.perfreview.python.effects.BlockingOperation.THREAD;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which functions and methods block: the whole knowledge of {@code blocking-call-in-async}, as data. */
final class BlockingCalls {

  private static final String HTTP_VERBS = "get post put delete head patch options request";
  private static final String CURSOR = "execute executemany executescript fetchone fetchall fetchmany commit rollback";

  private static final Map<String, BlockingOperation> FUNCTIONS = new HashMap<>();
  private static final Map<String, Map<String, BlockingOperation>> METHODS = new HashMap<>();

  static {
    functions(SLEEP, "time.", "sleep");
    functions(NETWORK, "requests.", HTTP_VERBS);
    functions(NETWORK, "httpx.", HTTP_VERBS + " stream");
    functions(NETWORK, "urllib.request.", "urlopen urlretrieve");
    functions(NETWORK, "socket.", "create_connection getaddrinfo gethostbyname gethostbyaddr getfqdn");
    functions(NETWORK, "huggingface_hub.", "snapshot_download hf_hub_download");
    functions(DATABASE_FILE, "", "sqlite3.connect");
    functions(DATABASE, "", "psycopg2.connect psycopg.connect pymysql.connect");
    functions(PROCESS, "subprocess.", "run call check_call check_output getoutput getstatusoutput");
    functions(START_PROCESS, "subprocess.", "Popen");
    functions(PROCESS, "os.", "system wait wait3 wait4 waitpid waitid spawnl spawnv spawnlp spawnvp");
    functions(START_PROCESS, "os.", "popen fork forkpty");
    functions(THREAD, "concurrent.futures.", "wait as_completed");
    functions(THREAD, "builtins.", "input");
    functions(OPEN_FILE, "", "builtins.open io.open codecs.open gzip.open bz2.open lzma.open");
    functions(FILE_TREE, "shutil.", "copy copy2 copyfile copyfileobj copytree rmtree move make_archive unpack_archive");
    functions(
      FILE_SYSTEM,
      "os.",
      "listdir scandir walk mkdir makedirs remove unlink rename replace rmdir removedirs stat lstat symlink link truncate access " +
        "path.exists path.isfile path.isdir path.getsize path.getmtime path.islink path.realpath"
    );
    functions(FILE_SYSTEM, "", "glob.glob shutil.which shutil.disk_usage");

    methods(NETWORK, "requests.Session", HTTP_VERBS + " send");
    methods(NETWORK, "httpx.Client", HTTP_VERBS + " stream send");
    methods(NETWORK, "socket.socket", "connect accept recv recv_into recvfrom recvmsg send sendall sendto sendfile");
    methods(
      NETWORK,
      "boto3.client",
      "download_file download_fileobj upload_file upload_fileobj get_object put_object head_object copy_object delete_object " +
        "list_objects list_objects_v2"
    );
    methods(NETWORK, "http.client.HTTPConnection", "request getresponse connect");
    methods(NETWORK, "http.client.HTTPSConnection", "request getresponse connect");
    methods(
      NETWORK,
      "redis.Redis",
      "get set setex setnx mget mset delete exists expire incr decr hget hset hgetall hmget hdel hincrby lpush rpush lpop rpop blpop " +
        "brpop lrange llen sadd srem smembers sismember zadd zrange zrem publish keys scan ping xadd xread eval evalsha flushdb"
    );
    for (String connection : new String[] {
      "sqlite3.Connection",
      "sqlite3.Cursor",
      "psycopg2.extensions.connection",
      "psycopg2.extensions.cursor",
      "psycopg.Connection",
      "psycopg.Cursor",
      "pymysql.connections.Connection",
      "pymysql.cursors.Cursor",
    }) {
      methods(connection.startsWith("sqlite3.") ? DATABASE_FILE : DATABASE, connection, CURSOR);
    }
    methods(PROCESS, "subprocess.Popen", "wait communicate");
    methods(PROCESS, "multiprocessing.Process", "join");
    methods(THREAD, "threading.Thread", "join");
    methods(THREAD, "threading.Event", "wait");
    methods(THREAD, "threading.Barrier", "wait");
    methods(LOCK, "threading.Condition", "wait wait_for acquire");
    methods(LOCK, "threading.Lock", "acquire");
    methods(LOCK, "threading.RLock", "acquire");
    methods(LOCK, "threading.Semaphore", "acquire");
    methods(LOCK, "threading.BoundedSemaphore", "acquire");
    methods(THREAD, "concurrent.futures.Future", "result exception");
    methods(THREAD, "concurrent.futures.ThreadPoolExecutor", "shutdown");
    methods(THREAD, "concurrent.futures.ProcessPoolExecutor", "shutdown");
    for (String queue : new String[] { "queue.Queue", "queue.LifoQueue", "queue.PriorityQueue" }) {
      methods(THREAD, queue, "get put join");
    }
    methods(THREAD, "queue.SimpleQueue", "get");
    methods(THREAD, "multiprocessing.Queue", "get put");
    methods(THREAD, "multiprocessing.JoinableQueue", "get put join");
    methods(RECEIVE, "multiprocessing.connection.Connection", "recv recv_bytes");
    methods(RECEIVE, "zmq.Socket", "recv recv_multipart recv_pyobj recv_json recv_string recv_serialized poll");
    methods(SEND, "zmq.Socket", "send send_multipart send_pyobj send_json send_string send_serialized");
    methods(RECEIVE, "zmq.Poller", "poll");
    methods(FILE, "pathlib.Path", "read_text read_bytes write_text write_bytes");
    methods(OPEN_FILE, "pathlib.Path", "open");
    methods(
      FILE_SYSTEM,
      "pathlib.Path",
      "exists is_file is_dir stat lstat mkdir unlink rename replace rmdir touch iterdir glob rglob samefile symlink_to"
    );
  }

  private BlockingCalls() {}

  private static void functions(BlockingOperation operation, String module, String names) {
    for (String name : names.split(" ", -1)) {
      FUNCTIONS.put(module + name, operation);
    }
  }

  private static void methods(BlockingOperation operation, String type, String names) {
    Map<String, BlockingOperation> ofType = METHODS.computeIfAbsent(type, key -> new HashMap<>());
    for (String name : names.split(" ", -1)) {
      ofType.put(name, operation);
    }
  }

  /** What calling a function of this dotted name does. */
  static Optional<BlockingOperation> function(String dottedName) {
    return Optional.ofNullable(FUNCTIONS.get(dottedName));
  }

  /** What calling a method of an object of this type does. */
  static Optional<BlockingOperation> method(String type, String name) {
    return Optional.ofNullable(METHODS.getOrDefault(type, Map.of()).get(name));
  }

  /** Whether some type has a blocking method of this name, so that the receiver's type is worth working out. */
  static boolean isMethodOfAny(String name) {
    for (Map<String, BlockingOperation> methods : METHODS.values()) {
      if (methods.containsKey(name)) {
        return true;
      }
    }
    return false;
  }
}
