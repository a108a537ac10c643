package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.MethodCall;
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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gather from the KV cache, or from the tables that lead to it, on each step. */
public final class AddedKvRead implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-kv-read",
    Language.PYTHON,
    "a gather from the KV cache or its tables on each step",
    Cost.ALLOCATION,
    FixAvailability.NONE,
    Set.of("subscript", "call")
  )
    .about(Concern.COPY)
    .onlyInChanges();

  /** What the field calls the cache and the tables from requests to their places in it. */
  private static final Pattern POOLS = Pattern.compile(
    "(\\w*_)?(req_to_token|(k|v|kv|key|value)_(cache|buffer|pool)|block_tables?|page_tables?)s?"
  );

  private static final Set<String> SELECTS = Set.of("index_select", "gather", "take", "take_along_dim");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    MethodCall call = MethodCall.of(node);
    SyntaxNode pool = node.is("subscript") ? node.field("value") : call == null ? null : call.object();
    SyntaxNode name = pool != null && pool.is("attribute") ? pool.field("attribute") : pool;
    if (pool == null || name == null || !name.is("identifier") || !POOLS.matcher(name.text()).matches()) {
      return;
    }
    List<SyntaxNode> indices = node.is("subscript") ? indicesOf(node) : selectedBy(call);
    boolean gathers = indices.stream().anyMatch(index -> model.tensors().valueOf(index).isTensor());
    if (gathers && !isWritten(node) && !model.tensors().valueOf(pool).isHostData()) {
      String message =
        "`%s` gathers entries of `%s` into a new tensor each time: reading and writing them takes memory bandwidth, of which decoding is short".formatted(
          CodeSummary.of(node),
          CodeSummary.of(name)
        );
      findings.accept(Finding.at(node, message).withCertainty(Certainty.PRESUMED_EACH_STEP));
    }
  }

  private static List<SyntaxNode> indicesOf(SyntaxNode subscript) {
    return subscript
      .namedChildren()
      .stream()
      .filter(child -> "subscript".equals(child.fieldName()))
      .flatMap(child -> child.is("tuple") ? child.namedChildren().stream() : Stream.of(child))
      .filter(child -> !child.isAny("slice", "integer", "none", "ellipsis"))
      .toList();
  }

  private static List<SyntaxNode> selectedBy(@Nullable MethodCall call) {
    boolean selects = call != null && SELECTS.contains(call.name());
    return selects && call != null ? Arguments.of(call.call()).positional() : List.of();
  }

  /** Whether the entries are set and not read. */
  private static boolean isWritten(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    return parent != null && parent.isAny("assignment", "augmented_assignment") && "left".equals(node.fieldName());
  }
}
