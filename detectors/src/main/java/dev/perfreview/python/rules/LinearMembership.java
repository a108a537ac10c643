package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A long list that is searched from its front again and again. */
public final class LinearMembership implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "linear-membership",
    Language.PYTHON,
    "a long list that is searched from its front again and again, where a set or dict would know",
    Cost.SUPERLINEAR,
    FixAvailability.SOMETIMES,
    Set.of("comparison_operator", "call")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    LinearSearch search = LinearSearch.of(node);
    if (search == null || search.isForConstant() || node.enclosing("assert_statement") != null) {
      return;
    }
    SyntaxNode container = search.container();
    MethodCall view = MethodCall.of(container);
    boolean values = view != null && view.isView() && view.name().equals("values");
    SyntaxNode owner = view != null && values ? view.object() : container;
    Variable variable = owner.isAny("identifier", "attribute") ? model.types().variableOf(owner) : null;
    if (variable == null || !isSearched(model.types().typeOf(owner), values)) {
      return;
    }
    boolean inLoop = isInLoop(node, variable, model);
    if (inLoop && search.kind() == LinearSearch.Kind.REMOVE && !isEachTurn(search, model)) {
      // Something that happens now and then, such as the end of a request.
      return;
    }
    boolean outlives = variable.owner().is(Scope.Kind.CLASS);
    Optional<SyntaxNode> filled =
      inLoop || outlives ? new LongContainer(variable, model).filledAt(inLoop) : Optional.empty();
    if (filled.isPresent()) {
      findings.accept(
        Finding.at(node, search.advice(values))
          .withCost(costOf(search, model))
          // What one call fills is mostly as long as a batch; what an object keeps grows with the traffic.
          .withCertainty(outlives ? Certainty.SHOWN : Certainty.SMALL)
          .withEvidence(Evidence.at(filled.get(), "`" + variable.name() + "` is filled here"))
          .withFix(values ? null : SetConversion.of(variable, model))
      );
    }
  }

  /** What only some turns do, and taking out of a list, which mostly ends something, weighs less than a test on each turn. */
  private static Cost costOf(LinearSearch search, PythonModel model) {
    return isEachTurn(search, model) && search.kind() != LinearSearch.Kind.REMOVE ? Cost.SUPERLINEAR : Cost.OVERHEAD;
  }

  private static boolean isEachTurn(LinearSearch search, PythonModel model) {
    return model.placementOf(search.node()).recurrence() == Recurrence.REPEATEDLY;
  }

  private static boolean isSearched(PythonType type, boolean values) {
    return values ? type.isMapping() : type.isAny("list", "tuple", "collections.deque");
  }

  /** Whether a loop that does not make the container anew repeats the search. */
  private static boolean isInLoop(SyntaxNode node, Variable variable, PythonModel model) {
    SyntaxNode inner = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.isAny("lambda", "function_definition")) {
        break;
      }
      if (Loops.repeatsInComprehension(ancestor, inner) && !isShortComprehension(ancestor)) {
        return true;
      }
      inner = ancestor;
    }
    for (SyntaxNode loop : Loops.around(node)) {
      for (Binding binding : variable.bindings()) {
        if (binding.kind() != Binding.Kind.AUGMENTED && loop.contains(binding.target())) {
          return false;
        }
      }
      if (!Loops.isShort(loop) && !Loops.keepsAlive(loop) && !isOverConstants(loop, model)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a loop goes over what is written in the source, however much that is: it does not grow with the data. */
  private static boolean isOverConstants(SyntaxNode loop, PythonModel model) {
    SyntaxNode iterable = loop.is("for_statement") ? loop.field("right") : null;
    Variable variable = iterable != null && iterable.is("identifier") ? model.types().variableOf(iterable) : null;
    if (variable != null && variable.bindings().size() == 1) {
      iterable = variable.bindings().getFirst().value();
    }
    return (
      iterable != null &&
      iterable.isAny("list", "tuple", "set") &&
      iterable
        .namedChildren()
        .stream()
        .allMatch(element -> element.isAny("string", "integer", "float", "comment"))
    );
  }

  private static boolean isShortComprehension(SyntaxNode comprehension) {
    SyntaxNode clause = comprehension.firstChild("for_in_clause");
    SyntaxNode right = clause == null ? null : clause.field("right");
    return right == null || right.isAny("tuple", "list", "set");
  }
}
