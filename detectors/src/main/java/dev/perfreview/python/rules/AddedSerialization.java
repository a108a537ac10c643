package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object turned into text or bytes, or made of them, each time a path that serves runs. */
public final class AddedSerialization implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-serialization",
    Language.PYTHON,
    "an object serialised or deserialised on a hot path",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call")
  )
    .about(Concern.SERIALIZATION)
    .onlyInChanges();

  private static final Set<String> MODULES = Set.of(
    "cloudpickle",
    "dill",
    "json",
    "msgpack",
    "msgspec.json",
    "msgspec.msgpack",
    "orjson",
    "ormsgpack",
    "pickle",
    "ujson"
  );

  private static final Set<String> PYDANTIC = Set.of("model_dump", "model_dump_json", "model_validate_json");

  private static final Set<String> SOCKET = Set.of("send_pyobj", "recv_pyobj", "send_json", "recv_json");

  private static final Pattern FILES = Pattern.compile(
    "\\bread(_text|_bytes)?\\(|environ|getenv|config|server_args|_FILE\\b"
  );

  private static final Pattern PRINTS = Pattern.compile("^print$|(^|[._])log(ger)?\\b|\\bwrite(_text|_bytes)?$");

  /** The names to look at, in modules, models and sockets. */
  private static final Set<String> METHODS = Set.of(
    "decode",
    "dumps",
    "encode",
    "loads",
    "model_dump",
    "model_dump_json",
    "model_validate_json",
    "packb",
    "recv_json",
    "recv_pyobj",
    "send_json",
    "send_pyobj",
    "unpackb"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (
      function == null ||
      method == null ||
      !METHODS.contains(method.text()) ||
      isForPeople(node) ||
      StandardJson.handlesLittle(node, model)
    ) {
      return;
    }
    String reason = reasonOf(function, method.text(), model);
    if (reason != null) {
      findings.accept(
        Finding.at(node, "`" + CodeSummary.of(function) + "` " + reason).withCertainty(Certainty.PRESUMED)
      );
    }
  }

  private static @Nullable String reasonOf(SyntaxNode function, String method, PythonModel model) {
    if (PYDANTIC.contains(method)) {
      return "walks a pydantic model each time: the more fields and items it has, the longer this path and the event loop wait";
    }
    if (SOCKET.contains(method)) {
      return "pickles or encodes what it sends each time: the larger it is, the longer both ends are busy with it";
    }
    String module = moduleOf(function, model);
    if (module == null) {
      return null;
    }
    return switch (module) {
      case
        "pickle",
        "cloudpickle",
        "dill" -> "pickles each time: the larger the object, the longer this path holds the GIL";
      case "json" -> "goes through the standard library's JSON each time: the larger the document, the longer this path holds the GIL";
      default -> "serialises each time: the larger the object, the longer this path waits";
    };
  }

  /** The module of a function that serialises. */
  private static @Nullable String moduleOf(SyntaxNode function, PythonModel model) {
    String name = model.names().of(function);
    SyntaxNode object = function.field("object");
    String full =
      name == null && object != null
        ? model.types().typeOf(object).name().replace(".Encoder", ".encode").replace(".Decoder", ".decode")
        : name;
    int dot = full == null ? -1 : full.lastIndexOf('.');
    String module = full == null || dot < 0 ? "" : full.substring(0, dot);
    return MODULES.contains(module) ? module : null;
  }

  /** Whether it reads or writes a file, the environment or a log: what is done at start-up or for people, wherever it stands. */
  private static boolean isForPeople(SyntaxNode call) {
    SyntaxNode arguments = call.field("arguments");
    if (arguments != null && FILES.matcher(arguments.text()).find()) {
      return true;
    }
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.isAny("except_clause", "raise_statement")) {
        return true;
      }
      if (ancestor.isAny("block", "function_definition", "lambda")) {
        return false;
      }
      SyntaxNode function = ancestor.is("call") ? ancestor.field("function") : null;
      if (function != null && PRINTS.matcher(function.text()).find()) {
        return true;
      }
    }
    return false;
  }
}
