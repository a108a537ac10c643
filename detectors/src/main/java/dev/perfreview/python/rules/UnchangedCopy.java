package dev.perfreview.python.rules;

import dev.perfreview.python.Changes;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Optional;

/** A copy in a local variable that nobody changes, of a container that nobody changes meanwhile. */
final class UnchangedCopy {

  private UnchangedCopy() {}

  /** What is wrong with a copy, when it is one of these. */
  static Optional<Finding> find(CopyExpression copy, PythonModel model) {
    SyntaxNode assignment = copy.node().parent();
    SyntaxNode target = assignment != null && assignment.is("assignment") ? assignment.field("left") : null;
    if (target == null || !target.is("identifier") || !isContainer(copy, model)) {
      return Optional.empty();
    }
    Scope function = model.scopes().scopeOf(target);
    Variable variable = model.scopes().resolve(target);
    boolean local = variable != null && function.is(Scope.Kind.FUNCTION) && variable.owner().equals(function);
    if (variable == null || !local || variable.bindings().size() != 1) {
      return Optional.empty();
    }
    SyntaxNode body = function.node().field("body");
    Changes changes = new Changes(model);
    boolean read =
      model.references().to(variable).size() > 1 &&
      model
        .references()
        .to(variable)
        .stream()
        .filter(use -> !use.equals(target))
        .allMatch(changes::isReading);
    if (body == null || !read || changes.mayChange(copy.source(), body)) {
      return Optional.empty();
    }
    return Optional.of(
      Finding.at(
        copy.node(),
        "`%s` is a copy that nobody changes: `%s` can be read itself".formatted(
          ShortText.of(copy.node()),
          ShortText.of(copy.source())
        )
      ).withFix(
        Fix.unsafe(
          "Read `" + ShortText.of(copy.source()) + "` itself, if nothing changes it meanwhile",
          TextEdit.replace(copy.node(), copy.source().text())
        )
      )
    );
  }

  /** Whether the copy is of the same type as its source, so that the source does for it. */
  private static boolean isContainer(CopyExpression copy, PythonModel model) {
    String source = model.types().typeOf(copy.source()).name();
    boolean atom = copy.source().isAny("identifier", "attribute");
    return (
      atom &&
      (source.equals("list") || source.equals("dict") || source.equals("set")) &&
      (copy.deep() || source.equals(model.types().typeOf(copy.node()).name()))
    );
  }
}
