package dev.perfreview.rust.rules;

import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by names and signatures which functions serve requests and which set something up. */
final class RequestFunctions {

  /** Parts of the names of functions that make something to be used for long. */
  private static final Set<String> SETS_UP = Set.of(
    (
      "bind bootstrap connect discover download init initialize install launch load open preload register reload restore setup start startup " +
      "warmup"
    ).split(" ")
  );

  /** The same of those that end what was set up. */
  private static final Set<String> TAKES_DOWN = Set.of("destroy", "shutdown", "stop", "teardown", "terminate");

  /** The same of those that do what a whole program or a part of it is there for: what stands before their loops is set up. */
  private static final Set<String> SERVES = Set.of("main", "run", "serve");

  /** What shows in a signature that a function is called for a request or with what belongs to one. */
  private static final Pattern OF_REQUEST = Pattern.compile(
    "\\w*(Request|Response|Responder|Payload|Multipart|Json|Query|Extension|Sse)\\b|\\b(State|web::Data)\\s*<|" +
      "\\b(_?req|request|body|payload|prompt|prompts|message|messages|chunk|image|images|event|batch)\\s*:"
  );

  private RequestFunctions() {}

  /** Whether the function around a node, by its signature, serves a request. */
  static boolean holds(SyntaxNode node, RustModel model) {
    CodeFunction function = model.functionAround(node);
    SyntaxNode parameters = function == null ? null : function.declaration().field("parameters");
    SyntaxNode returned = function == null ? null : function.declaration().field("return_type");
    return (
      (parameters != null && OF_REQUEST.matcher(parameters.text()).find()) ||
      (returned != null && OF_REQUEST.matcher(returned.text()).find())
    );
  }

  /**
   * Whether a node runs while a function sets something up or takes it down, by its name: {@code connect}, {@code load_model}, {@code try_stop},
   * {@code run} before its loop.
   */
  static boolean isSetUp(SyntaxNode node, RustModel model) {
    CodeFunction function = model.functionAround(node);
    String[] words = (function == null ? "" : function.simpleName()).toLowerCase(Locale.ROOT).split("_");
    if (function == null || Arrays.asList(words).subList(1, words.length).contains("factory")) {
      return function != null;
    }
    // What a closure or task does that is made there is done later.
    boolean itself = function.declaration().equals(model.coroutineAround(node));
    SyntaxNode loop = node.enclosing("for_expression", "while_expression", "loop_expression");
    boolean loops = loop != null && function.declaration().contains(loop);
    String first = words[0].equals("try") && words.length > 1 ? words[1] : words[0];
    return itself && (SETS_UP.contains(first) || TAKES_DOWN.contains(first) || (SERVES.contains(first) && !loops));
  }
}
