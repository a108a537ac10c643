package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How loud a blocking call may be told: a function that blocks is told of once a file, where it is called first, and what only a person who
 * looks for a fault turns on, or what runs when something is set up, is told quietly.
 */
final class BlockingSeverity {

  /** How functions and objects are called that write down what happens, for a person to read. */
  private static final Pattern DIAGNOSTIC = Pattern.compile(
    "(.*_)?(audit|debug|dump|log|logger|profile|profiler|recorder|trace|tracer)(_.*)?"
  );

  /** Parts of the names of functions that make something to be used for long. */
  private static final Set<String> SETS_UP = Set.of(
    "bind bootstrap connect discover download factory init initialize install launch load open register reload restore setup start startup warmup".split(
      " "
    )
  );

  /** The same of those that do what a whole program or a part of it is there for: what stands before their loops is set up. */
  private static final Set<String> SERVES = Set.of("main", "run", "serve");

  /** What shows in a signature that a function is called for a request or with what belongs to one. */
  private static final Pattern OF_REQUEST = Pattern.compile(
    "\\w*(Request|Response|Responder|Payload|Multipart|Json|Query|Extension|Sse)\\b|\\b(State|web::Data)\\s*<|" +
      "\\b(_?req|request|body|payload|prompt|prompts|message|messages|chunk|image|images|event|batch)\\s*:"
  );

  private final RustModel model;
  private final Set<Object> told = new HashSet<>();

  BlockingSeverity(RustModel model) {
    this.model = model;
  }

  /**
   * What a finding at a call rests on; to be asked in the order of the text.
   *
   * @param usesFiles whether it works with files or processes, as whatever loads a model and reads a configuration does: then more has to speak for
   *     a call that requests wait for
   * @param blocks the function that the call runs and that blocks; nothing where the call blocks itself
   */
  Certainty of(SyntaxNode call, boolean usesFiles, @Nullable Object blocks) {
    if (model.placementOf(call).cold() != null) {
      return Certainty.SHOWN;
    }
    boolean again = blocks != null && !told.add(blocks);
    boolean rare = isDiagnostic(call) || setsUp(call) || hasOwnThread(call) || (usesFiles && !isOfRequest(call));
    return again || rare ? Certainty.SMALL : Certainty.SHOWN;
  }

  private static boolean isDiagnostic(SyntaxNode call) {
    String name = Calls.nameOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    String object = receiver == null ? "" : receiver.text();
    return (
      (name != null && DIAGNOSTIC.matcher(name).matches()) ||
      DIAGNOSTIC.matcher(object.substring(object.lastIndexOf('.') + 1)).matches()
    );
  }

  private boolean setsUp(SyntaxNode call) {
    CodeFunction function = model.functionAround(call);
    String name = function == null ? "" : function.simpleName();
    String[] words = name.toLowerCase(Locale.ROOT).split("_");
    // What a closure does that is made there is done later.
    boolean itself = function != null && function.declaration().equals(model.coroutineAround(call));
    boolean loops = model.coroutineAround(call) instanceof SyntaxNode coroutine && isInLoop(call, coroutine);
    boolean first = SETS_UP.contains(words[0]) || (SERVES.contains(words[0]) && !loops);
    return (itself && first) || (words.length > 1 && Arrays.asList(words).contains("factory"));
  }

  /** Whether the file runs the coroutine around a call by {@code block_on}, so that its thread is its own: {@code runtime.block_on(self.work())}. */
  private boolean hasOwnThread(SyntaxNode call) {
    CodeFunction function = model.functionAround(call);
    String start = function == null ? "" : function.simpleName() + "(";
    return (
      function != null &&
      call
        .snapshot()
        .root()
        .streamDescendants()
        .filter(node -> node.is("call_expression") && "block_on".equals(Calls.nameOf(node)))
        .flatMap(node -> Calls.argumentsOf(node).stream())
        .anyMatch(future -> future.is("call_expression") && (Calls.nameOf(future) + "(").equals(start))
    );
  }

  private static boolean isInLoop(SyntaxNode call, SyntaxNode coroutine) {
    SyntaxNode loop = call.enclosing("for_expression", "while_expression", "loop_expression");
    return loop != null && coroutine.contains(loop);
  }

  /** Whether the function around a call, by its signature, serves a request. */
  private boolean isOfRequest(SyntaxNode call) {
    CodeFunction function = model.functionAround(call);
    SyntaxNode parameters = function == null ? null : function.declaration().field("parameters");
    SyntaxNode returned = function == null ? null : function.declaration().field("return_type");
    return (
      (parameters != null && OF_REQUEST.matcher(parameters.text()).find()) ||
      (returned != null && OF_REQUEST.matcher(returned.text()).find())
    );
  }
}
