package dev.perfreview.rust.guards;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops a guard that a variable owns before the statement that suspends the task, where nothing needs it from there on. */
public final class EarlierDrop {

  private EarlierDrop() {}

  /**
   * The fix; nothing where the guard is used in the statement or may be used after it.
   *
   * @param suspension what suspends the task, one of those of the guard
   */
  public static @Nullable Fix of(Guard guard, SyntaxNode suspension) {
    if (!(guard.owner() instanceof Owner.Variable variable) || guard.variables().size() != 1) {
      return null;
    }
    SyntaxNode statement = Statements.around(suspension);
    if (statement == null || !variable.scope().contains(statement) || statement.start() < variable.name().end()) {
      return null;
    }
    GuardUses uses = GuardUses.of(guard);
    if (uses.isUsedIn(statement) || uses.isUsedAfter(suspension) || isRepeated(statement, variable.scope())) {
      return null;
    }
    String name = variable.name().text();
    boolean isShadowed = !variable.name().equals(PatternNames.declarationAt(statement, name));
    if (
      isShadowed ||
      uses
        .drops()
        .stream()
        .anyMatch(dropped -> dropped.start() < suspension.start())
    ) {
      return null;
    }
    List<TextEdit> edits = new ArrayList<>();
    edits.add(TextEdit.insert(statement.start(), "drop(" + name + ");" + Statements.lineBreakBefore(statement)));
    for (SyntaxNode dropped : uses.drops()) {
      if (dropped.start() > suspension.start()) {
        SyntaxNode later = Statements.around(dropped);
        if (later == null || !isOnlyDrop(later, dropped) || !isSibling(later, statement)) {
          return null;
        }
        edits.add(Statements.delete(later));
      }
    }
    String place = guard.suspensions().contains(suspension) ? "the await" : "this";
    String title = "Drop `" + name + "` before " + place + "; what it protects may change meanwhile";
    return new Fix(title, Applicability.UNSAFE, edits);
  }

  private static boolean isRepeated(SyntaxNode statement, SyntaxNode scope) {
    for (SyntaxNode outer : statement.ancestors()) {
      if (outer.contains(scope)) {
        return false;
      }
      if (outer.isAny("loop_expression", "while_expression", "for_expression")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnlyDrop(SyntaxNode statement, SyntaxNode dropped) {
    return (
      statement.is("expression_statement") &&
      statement
        .text()
        .replaceAll("\\s", "")
        .endsWith("drop(" + dropped.text() + ");")
    );
  }

  private static boolean isSibling(SyntaxNode later, SyntaxNode statement) {
    SyntaxNode block = statement.parent();
    return block != null && block.equals(later.parent());
  }
}
