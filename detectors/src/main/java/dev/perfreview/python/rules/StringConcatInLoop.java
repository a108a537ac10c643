package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
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
import org.jspecify.annotations.Nullable;

/** A string or bytes object that a loop grows piece by piece, copying what is there already. */
public final class StringConcatInLoop implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "string-concat-in-loop",
    Language.PYTHON,
    "a `str` or `bytes` that a loop grows piece by piece, copying what is there already",
    Cost.SUPERLINEAR,
    FixAvailability.SOMETIMES,
    Set.of("augmented_assignment", "assignment")
  ).about(Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<StringGrowth> growth = StringGrowth.of(node);
    if (growth.isEmpty()) {
      checkKeyed(node, model, findings);
      return;
    }
    SyntaxNode target = growth.get().target();
    PythonType type = model.types().typeOf(target);
    Variable variable = type.isAny("str", "bytes") ? model.types().variableOf(target) : null;
    if (variable == null) {
      return;
    }
    boolean inPlace = isExtendedInPlace(growth.get(), variable, type);
    SyntaxNode loop = growingLoop(node, variable, inPlace);
    if (loop == null || endsInError(variable, model)) {
      return;
    }
    boolean rarely = inPlace && model.placementOf(node).recurrence() != Recurrence.REPEATEDLY;
    if (rarely || (Loops.isOverPart(loop) && isOnBranch(node, loop))) {
      // What only some turns lengthen, in place or for a few parts of one thing, is not worth a reader's time.
      return;
    }
    String message = inPlace
      ? "`%s` makes a string longer in each turn of the loop: CPython may have to move the text each time, where one `join` of the parts copies it once"
      : "`%s` copies all of the text so far in each turn of the loop: collect the parts and `join` them once";
    Finding finding = Finding.at(node, message.formatted(growth.get().summary()))
      .withCost(inPlace ? Cost.ALLOCATION : Cost.SUPERLINEAR)
      .withCertainty(inPlace ? Certainty.PRESUMED : stopsElse(node, loop) ? Certainty.SMALL : Certainty.SHOWN)
      .withHeatAt(loop)
      .withEvidence(Evidence.at(head(loop), "the loop that grows `" + variable.name() + "`"));
    SyntaxNode declaration = declarationOf(variable);
    if (declaration != null) {
      finding = finding.withEvidence(Evidence.at(declaration, "a `" + type.name() + "` from here"));
    }
    findings.accept(finding.withFix(PartsToJoin.of(variable, node, type, model).orElse(null)));
  }

  private static void checkKeyed(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    KeyedGrowth growth = KeyedGrowth.of(node, model);
    Variable container = growth == null ? null : model.types().variableOf(growth.container());
    if (growth == null || container == null) {
      return;
    }
    for (SyntaxNode loop : Loops.around(node)) {
      if (
        container
          .bindings()
          .stream()
          .anyMatch(binding -> loop.contains(binding.target()))
      ) {
        return;
      }
      if (!Loops.isShort(loop) && !growth.isSpreadBy(loop)) {
        String message =
          "`%s` is made longer by copying all of it in each turn of the loop: keep the parts in a list and `join` them once".formatted(
            growth.target().text()
          );
        findings.accept(
          Finding.at(node, message)
            .withHeatAt(loop)
            .withEvidence(Evidence.at(head(loop), "the loop that adds to it"))
        );
        return;
      }
    }
  }

  /**
   * The innermost loop of more than a few turns that does not start the text anew. One without an end in sight ({@code while True})
   * mostly steps through a text that it takes apart; a string that is lengthened in place costs nothing there.
   */
  private static @Nullable SyntaxNode growingLoop(SyntaxNode node, Variable variable, boolean inPlace) {
    for (SyntaxNode loop : Loops.around(node)) {
      for (Binding binding : variable.bindings()) {
        if (loop.contains(binding.target()) && !isGrowth(binding)) {
          return null;
        }
      }
      if (!Loops.isShort(loop) && !(inPlace && Loops.keepsAlive(loop))) {
        return loop;
      }
    }
    return null;
  }

  /** Whether the loop ends with the first turn that adds nothing: the common end of two texts, letter by letter, is short. */
  private static boolean stopsElse(SyntaxNode node, SyntaxNode loop) {
    SyntaxNode branch = node.enclosing("if_statement", "for_statement", "while_statement");
    SyntaxNode otherwise = branch == null || branch.equals(loop) ? null : branch.firstChild("else_clause");
    SyntaxNode block = otherwise == null ? null : otherwise.field("body");
    // In code that does not parse a block may be empty.
    return (
      block != null &&
      block
        .namedChildren()
        .stream()
        .limit(1)
        .anyMatch(first -> first.is("break_statement"))
    );
  }

  private static boolean isOnBranch(SyntaxNode node, SyntaxNode loop) {
    SyntaxNode around = node.enclosing("if_statement", "match_statement", "for_statement", "while_statement");
    return around != null && !around.equals(loop);
  }

  /** Whether the text is the message of an error: nothing but a {@code raise} and tests of it ever read it. */
  private static boolean endsInError(Variable variable, PythonModel model) {
    boolean raised = false;
    for (SyntaxNode use : model.references().to(variable, model.types())) {
      SyntaxNode parent = use.parent();
      boolean bound = variable
        .bindings()
        .stream()
        .anyMatch(binding -> isWithin(use, binding));
      boolean tested = parent != null && parent.isAny("if_statement", "elif_clause", "not_operator");
      boolean read = use.enclosing("raise_statement") != null;
      if (!bound && !tested && !read) {
        return false;
      }
      raised |= read;
    }
    return raised;
  }

  private static boolean isWithin(SyntaxNode use, Binding binding) {
    SyntaxNode statement = binding.target().parent();
    return binding.target().equals(use) || (statement != null && isGrowth(binding) && statement.contains(use));
  }

  private static boolean isGrowth(Binding binding) {
    SyntaxNode statement = binding.target().parent();
    return statement != null && StringGrowth.of(statement).isPresent();
  }

  /**
   * Whether CPython may lengthen the object in place: it does so for a {@code str} that only one local variable holds
   * ({@code unicode_concatenate} in its interpreter loop), never for attributes, {@code bytes} or f-strings.
   */
  private static boolean isExtendedInPlace(StringGrowth growth, Variable variable, PythonType type) {
    return growth.form() == StringGrowth.Form.APPEND && type.is("str") && variable.owner().is(Scope.Kind.FUNCTION);
  }

  private static SyntaxNode head(SyntaxNode loop) {
    SyntaxNode right = loop.field(loop.is("for_statement") ? "right" : "condition");
    return right == null ? loop : right;
  }

  private static @Nullable SyntaxNode declarationOf(Variable variable) {
    for (Binding binding : variable.bindings()) {
      if (!isGrowth(binding) && !binding.isNone()) {
        return binding.target();
      }
    }
    return null;
  }
}
