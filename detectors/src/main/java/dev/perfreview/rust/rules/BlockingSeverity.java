package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How loud a blocking call may be told: a function that blocks is told of once a file, where it is called first, and what only a person who
 * looks for a fault turns on, or what runs when something is set up, is told quietly.
 */
final class BlockingSeverity {

  /** How functions and objects are called that look for a fault, or write down what happens for a person to read. */
  private static final Pattern DIAGNOSTIC = Pattern.compile(
    "(.*_)?(audit|debug|doctor|dump|log|logger|profile|profiler|recorder|trace|tracer)(_.*)?"
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
    boolean rare =
      isDiagnostic(call) ||
      RequestFunctions.isSetUp(call, model) ||
      hasOwnThread(call) ||
      (usesFiles && !RequestFunctions.holds(call, model));
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
}
