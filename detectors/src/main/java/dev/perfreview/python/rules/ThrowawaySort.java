package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Changes;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of {@code sorted} whose list, or the one that it copies, is thrown away. */
final class ThrowawaySort {

  private ThrowawaySort() {}

  /** What is wrong with a call of {@code sorted} where it stands. */
  static Optional<Finding> find(SyntaxNode call, PythonModel model) {
    SyntaxNode parent = call.parent();
    SyntaxNode source = Arguments.of(call).positional(0);
    if (parent == null || source == null || Arguments.of(call).hasSplat()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
      switch (parent.kind()) {
        case "assignment" -> inPlace(call, source, parent, model);
        case "subscript" -> oneOf(call, source, parent, model);
        default -> null;
      }
    );
  }

  /** {@code xs = sorted(xs)} of a list that nothing else holds. */
  private static @Nullable Finding inPlace(
    SyntaxNode call,
    SyntaxNode source,
    SyntaxNode assignment,
    PythonModel model
  ) {
    SyntaxNode target = assignment.field("left");
    boolean same =
      target != null && target.is("identifier") && source.is("identifier") && target.text().equals(source.text());
    SyntaxNode statement = assignment.parent();
    boolean alone = statement != null && statement.is("expression_statement") && assignment.field("type") == null;
    Variable variable = same && alone ? model.scopes().resolve(source) : null;
    boolean own =
      variable != null &&
      model.types().typeOf(variable).is("list") &&
      new Changes(model).isOwnUntil(variable, assignment);
    if (!own || mentionsInKey(call, source)) {
      return null;
    }
    int end = source.end();
    SyntaxNode next = source.nextNamedSibling();
    boolean comment = assignment.streamDescendants().anyMatch(inner -> inner.is("comment"));
    Fix fix = comment
      ? null
      : Fix.safe(
          "Sort in place",
          new TextEdit(new TextRange(assignment.start(), next == null ? end : next.start()), source.text() + ".sort(")
        );
    return Finding.at(
      call,
      "`%s` copies a list that is thrown away at once: `%s.sort(…)` sorts it in place".formatted(
        ShortText.of(call),
        source.text()
      )
    )
      // Sorting takes longer than the copy.
      .withCertainty(Certainty.SMALL)
      .withFix(fix);
  }

  /** A list is empty while it is sorted in place, which a key function must not see. */
  private static boolean mentionsInKey(SyntaxNode call, SyntaxNode source) {
    return call
      .streamDescendants()
      .anyMatch(inner -> inner.is("identifier") && !inner.equals(source) && inner.textIs(source.text()));
  }

  /** {@code sorted(xs)[i]}: all of a collection from elsewhere is put in order for one element. */
  private static @Nullable Finding oneOf(SyntaxNode call, SyntaxNode source, SyntaxNode subscript, PythonModel model) {
    SyntaxNode index = subscript.field("subscript");
    boolean variable = index != null && !index.isAny("slice", "integer", "unary_operator");
    return variable && "value".equals(call.fieldName()) && isGiven(source, model)
      ? Finding.at(
          call,
          "`%s` puts a copy of all elements in order to take one of them: keep them in order, or sort anew only when they change".formatted(
            ShortText.of(call)
          )
        ).withCost(Cost.SUPERLINEAR)
      : null;
  }

  /** Whether an expression is a parameter or an attribute, which the next call most likely finds unchanged. */
  private static boolean isGiven(SyntaxNode source, PythonModel model) {
    if (source.is("attribute")) {
      return true;
    }
    Variable variable = source.is("identifier") ? model.scopes().resolve(source) : null;
    return (
      variable != null &&
      !variable.owner().is(Scope.Kind.COMPREHENSION) &&
      variable.bindings().size() == 1 &&
      variable.bindings().getFirst().target().enclosing("parameters") != null
    );
  }
}
