package dev.perfreview.python.rules;

import java.util.Map;
import java.util.Optional;

/** What is meant to be made once, and what making it costs: the knowledge of {@code construct-per-call}, as data. */
final class PerCallConstruction {

  private static final String CONNECTIONS = "opens its connections anew and closes them with it";
  private static final String THREADS = "starts its threads or processes anew and ends them with it";
  private static final String FILES = "reads and builds its tables anew";
  private static final String COMPILER = "starts with an empty cache";

  private static final Map<String, String> BY_NAME = Map.ofEntries(
    Map.entry("requests.Session", CONNECTIONS),
    Map.entry("requests.session", CONNECTIONS),
    Map.entry("httpx.Client", CONNECTIONS),
    Map.entry("httpx.AsyncClient", CONNECTIONS),
    Map.entry("aiohttp.ClientSession", CONNECTIONS),
    Map.entry("urllib3.PoolManager", CONNECTIONS),
    Map.entry("openai.OpenAI", CONNECTIONS),
    Map.entry("openai.AsyncOpenAI", CONNECTIONS),
    Map.entry("boto3.client", CONNECTIONS),
    Map.entry("boto3.resource", CONNECTIONS),
    Map.entry("boto3.Session", CONNECTIONS),
    Map.entry("redis.Redis", CONNECTIONS),
    Map.entry("redis.asyncio.Redis", CONNECTIONS),
    Map.entry("grpc.insecure_channel", CONNECTIONS),
    Map.entry("grpc.secure_channel", CONNECTIONS),
    Map.entry("grpc.aio.insecure_channel", CONNECTIONS),
    Map.entry("grpc.aio.secure_channel", CONNECTIONS),
    Map.entry("zmq.Context", "starts its threads anew"),
    Map.entry("zmq.asyncio.Context", "starts its threads anew"),
    Map.entry("concurrent.futures.ThreadPoolExecutor", THREADS),
    Map.entry("concurrent.futures.ProcessPoolExecutor", THREADS),
    Map.entry("multiprocessing.Pool", THREADS),
    Map.entry("multiprocessing.pool.ThreadPool", THREADS),
    Map.entry("jinja2.Environment", COMPILER),
    Map.entry("jinja2.Template", "compiles its template anew"),
    Map.entry("xgrammar.GrammarCompiler", COMPILER),
    Map.entry("tokenizers.Tokenizer.from_file", FILES),
    Map.entry("tiktoken.get_encoding", FILES)
  );

  private PerCallConstruction() {}

  /** What happens each time the function of this dotted name makes its object; nothing when that is cheap or not known. */
  static Optional<String> of(String dottedName) {
    boolean pretrained = dottedName.startsWith("transformers.") && dottedName.endsWith(".from_pretrained");
    return Optional.ofNullable(pretrained ? FILES : BY_NAME.get(dottedName));
  }
}
