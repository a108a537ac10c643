package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parsing by the standard library's JSON. */
final class StandardJson {

  /** Words in the names of functions that parse small pieces, or what no client waits for. */
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

  /** What data is called that is small, or read when a program starts. */
  private static final Pattern SMALL_DATA = Pattern.compile(
    "(?i)config|args|setting|overrid|extra|param|stdout|environ|key"
  );

  private StandardJson() {}

  /** The finding for a call of {@code json.loads} where documents are parsed. */
  static Optional<Finding> of(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode method = function.is("attribute") ? function.field("attribute") : null;
    boolean loads = method != null && method.textIs("loads") && model.names().is(function, "json.loads");
    if (!loads || call.enclosing("except_clause") != null) {
      return Optional.empty();
    }
    List<SyntaxNode> loops = Loops.around(call);
    boolean ofStream = loops.stream().anyMatch(loop -> loop.firstChild("async") != null);
    if (!ofStream && (handlesLittle(call, model) || isSmall(Arguments.of(call).positional(0)))) {
      return Optional.empty();
    }
    Finding finding = Finding.at(
      call,
      "`%s` parses with the standard library's JSON, several times slower than `orjson` or `msgspec`".formatted(
        CodeSummary.of(call)
      )
    );
    // A loop over the parts of a document does not make it worse than the document; one over a stream does.
    return Optional.of(loops.isEmpty() || ofStream ? finding : finding.withHeatAt(loops.getLast()));
  }

  private static boolean isSmall(@Nullable SyntaxNode data) {
    return data == null || data.is("string") || (!data.is("await") && SMALL_DATA.matcher(data.text()).find());
  }

  /** Whether the function around a call by its name handles small pieces, or what no client waits for. */
  static boolean handlesLittle(SyntaxNode call, PythonModel model) {
    String name = model.scopes().scopeOf(call).definition().simpleName();
    return name.isEmpty() || Arrays.stream(name.split("_", -1)).anyMatch(SMALL::contains);
  }
}
