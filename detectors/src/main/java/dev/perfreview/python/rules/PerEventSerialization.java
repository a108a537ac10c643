package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Objects turned into text or bytes and back more often, or by slower means, than the path that they are on can bear. */
public final class PerEventSerialization implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "per-event-serialization",
    Language.PYTHON,
    "serialisation per chunk, request or event that could be done once, faster or not at all",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call", "function_definition")
  );

  /** Words in the names of functions that handle pieces, or nothing that clients wait for. */
  private static final Set<String> SMALL = Set.of(
    "stream",
    "streaming",
    "increment",
    "delta",
    "error",
    "config",
    "log",
    "health",
    "metrics",
    "metadata",
    "load",
    "save",
    "init",
    "dump",
    "argument",
    "arguments",
    "key",
    "schema"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    if (node.is("function_definition")) {
      if (node.firstChild("async") != null) {
        StreamedChunks.in(node, model).ifPresent(findings);
      }
    } else if (function != null) {
      SerializationRoundTrip.of(node, function, model)
        .or(() -> Serialization.of(node, model).flatMap(found -> RepeatedSerialization.of(found, model)))
        .or(() -> standardJson(node, function, model))
        .ifPresent(findings);
    }
  }

  /** Parsing by the standard library. A loop over small parts does not make it worse than one document of them all. */
  private static Optional<Finding> standardJson(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode method = function.is("attribute") ? function.field("attribute") : null;
    boolean loads = method != null && method.textIs("loads") && model.names().is(function, "json.loads");
    if (!loads || handlesLittle(call, model)) {
      return Optional.empty();
    }
    List<SyntaxNode> loops = Loops.around(call);
    Finding finding = Finding.at(
      call,
      "`%s` parses with the standard library's JSON, several times slower than `orjson` or `msgspec`".formatted(
        CodeSummary.of(call)
      )
    );
    return Optional.of(loops.isEmpty() ? finding : finding.withHeatAt(loops.getLast()));
  }

  private static boolean handlesLittle(SyntaxNode call, PythonModel model) {
    String name = model.scopes().scopeOf(call).definition().simpleName();
    return (
      name.isEmpty() ||
      List.of(name.split("_", -1)).stream().anyMatch(SMALL::contains) ||
      call.enclosing("except_clause") != null
    );
  }
}
