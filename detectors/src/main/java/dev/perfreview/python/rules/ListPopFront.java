package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Taking from or adding to the front of a list, which moves all its other elements. */
public final class ListPopFront implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "list-pop-front",
    Language.PYTHON,
    "a list used as a queue: each `pop(0)` or `insert(0, …)` moves all its elements",
    Cost.SUPERLINEAR,
    FixAvailability.SOMETIMES,
    Set.of("call", "delete_statement")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<FrontOperation> operation = FrontOperation.of(node);
    if (operation.isEmpty()) {
      return;
    }
    SyntaxNode list = operation.get().list();
    if (!model.types().typeOf(list).is("list")) {
      return;
    }
    Variable variable = model.types().variableOf(rootOf(list));
    if (variable == null) {
      checkForeign(operation.get(), findings);
      return;
    }
    if (!isRepeated(operation.get(), variable, model) || ListSize.isFew(list, variable, model)) {
      return;
    }
    Finding finding = findingOf(operation.get());
    Optional<SyntaxNode> declaration = declarationOf(variable);
    if (declaration.isPresent()) {
      finding = finding.withEvidence(Evidence.at(declaration.get(), "`" + variable.name() + "` is made a list here"));
    }
    if (isSpentInPassing(operation.get(), variable, model) || isStack(operation.get(), variable, model)) {
      finding = finding.withCertainty(Certainty.SMALL);
    }
    boolean holdsTheList = !list.is("subscript");
    findings.accept(finding.withFix(holdsTheList ? DequeConversion.of(variable, model).orElse(null) : null));
  }

  /** Whether a list that lives in one call is a stack whose top is its front: few elements wait on it at a time. */
  private static boolean isStack(FrontOperation operation, Variable variable, PythonModel model) {
    return (
      operation.kind() == FrontOperation.Kind.INSERT &&
      variable.owner().equals(model.scopes().scopeOf(operation.node()).definition())
    );
  }

  /**
   * Whether a list that lives in one call gives its elements to a loop over something else, such as the images of a request to the
   * placeholders in its text. A loop that goes on until the list is empty works off whatever comes up instead.
   */
  private static boolean isSpentInPassing(FrontOperation operation, Variable variable, PythonModel model) {
    boolean local = variable.owner().equals(model.scopes().scopeOf(operation.node()).definition());
    if (!local || operation.kind() == FrontOperation.Kind.INSERT) {
      return false;
    }
    for (SyntaxNode loop : Loops.around(operation.node())) {
      SyntaxNode condition = loop.field("condition");
      boolean untilEmpty =
        condition != null &&
        (Loops.keepsAlive(loop) ||
          condition.streamDescendants().anyMatch(node -> node.textIs(variable.name())) ||
          condition.textIs(variable.name()));
      if (untilEmpty) {
        return false;
      }
    }
    return true;
  }

  private static Finding findingOf(FrontOperation operation) {
    return Finding.at(
      operation.node(),
      "`%s` moves every other element of the list: a `deque` does it in constant time".formatted(operation.summary())
    );
  }

  /**
   * A list that another file declares. It outlives the function, and what else is done to it is not in sight: only taking from its front
   * shows that it is a queue.
   */
  private static void checkForeign(FrontOperation operation, Consumer<Finding> findings) {
    boolean repeated = Loops.around(operation.node())
      .stream()
      .anyMatch(loop -> !Loops.isShort(loop));
    boolean outlives = operation.list().is("attribute") && !ListSize.isKeptShort(operation.list());
    if (outlives && (operation.kind() != FrontOperation.Kind.INSERT || repeated)) {
      findings.accept(findingOf(operation));
    }
  }

  /** The name or attribute that holds the list, or holds the collection that the list is in. */
  private static SyntaxNode rootOf(SyntaxNode list) {
    SyntaxNode root = list;
    while (root.is("subscript")) {
      SyntaxNode value = root.field("value");
      if (value == null) {
        return root;
      }
      root = value;
    }
    return root;
  }

  /**
   * Whether the list lives through many such operations: it outlives the function, or this line repeats in a loop that does not
   * make the list anew.
   */
  private static boolean isRepeated(FrontOperation operation, Variable variable, PythonModel model) {
    Scope owner = variable.owner();
    Scope here = model.scopes().scopeOf(operation.node()).definition();
    boolean outlives = !owner.equals(here) && !owner.is(Scope.Kind.COMPREHENSION);
    if (outlives && !here.is(Scope.Kind.MODULE)) {
      return (
        isQueue(operation, variable, model) ||
        Loops.around(operation.node())
          .stream()
          .anyMatch(loop -> !Loops.isShort(loop))
      );
    }
    for (SyntaxNode loop : Loops.around(operation.node())) {
      if (
        variable
          .bindings()
          .stream()
          .anyMatch(binding -> isMadeIn(loop, binding))
      ) {
        return false;
      }
      if (!Loops.isShort(loop)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether elements also leave the list. One that only ever gets new first elements is mostly a list of plug-ins or overrides, which
   * is filled once.
   */
  private static boolean isQueue(FrontOperation operation, Variable variable, PythonModel model) {
    return (
      operation.kind() != FrontOperation.Kind.INSERT ||
      model.references().to(variable, model.types()).stream().anyMatch(ListPopFront::removes)
    );
  }

  private static boolean removes(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    SyntaxNode around = parent == null ? null : parent.parent();
    if (parent == null || around == null) {
      return false;
    }
    SyntaxNode method = parent.is("attribute") && use.equals(parent.field("object")) ? parent.field("attribute") : null;
    return method == null
      ? parent.is("subscript") && around.is("delete_statement")
      : method.textIs("pop") || method.textIs("remove") || method.textIs("clear");
  }

  private static boolean isMadeIn(SyntaxNode loop, Binding binding) {
    return binding.kind() != Binding.Kind.AUGMENTED && loop.contains(binding.target());
  }

  private static Optional<SyntaxNode> declarationOf(Variable variable) {
    return variable
      .bindings()
      .stream()
      .filter(binding -> binding.kind() == Binding.Kind.ASSIGNMENT && !binding.isNone())
      .findFirst()
      .or(() -> variable.bindings().stream().findFirst())
      .map(Binding::target);
  }
}
