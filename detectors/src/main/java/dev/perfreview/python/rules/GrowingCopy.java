package dev.perfreview.python.rules;

import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what an object gathers piece by piece, made each time a piece is added: {@code state.ids.extend(new)} and then {@code
 * state.ids.copy()}. All copies together are quadratic in the length.
 */
final class GrowingCopy {

  private static final Set<String> ADDING = Set.of("append", "extend", "add", "update", "setdefault", "insert");
  private static final Set<String> TAKING = Set.of("clear", "pop", "popleft", "popitem", "remove", "discard");
  /** A condition that is true once in the life of an object, when its work is over. */
  private static final Pattern OVER = Pattern.compile(
    ".*(finish|done|final|complete|last|end|stop|closed|abort).*",
    Pattern.DOTALL
  );

  private GrowingCopy() {}

  /** What is wrong with a copy, when it is one of these. */
  static Optional<Finding> find(CopyExpression copy, PythonModel model) {
    SyntaxNode source = copy.source();
    if (!source.is("attribute") || !model.types().typeOf(source).isAny("list", "dict", "set", "bytearray")) {
      return Optional.empty();
    }
    SyntaxNode addition = additionBefore(copy.node(), source, model);
    if (addition == null || happensOnce(copy.node()) || isEmptied(source, model)) {
      return Optional.empty();
    }
    String text = ShortText.of(source);
    Finding finding = Finding.at(
      copy.node(),
      "`%s` copies all that `%s` has gathered so far, each time more is added: hand on the new part, or the object itself".formatted(
        ShortText.of(copy.node()),
        text
      )
    )
      .withCost(Cost.SUPERLINEAR)
      .withEvidence(Evidence.at(addition, "grows here"));
    return Optional.of(
      finding.withFix(
        Fix.unsafe("Hand on `" + text + "` itself, which goes on growing", TextEdit.replace(copy.node(), source.text()))
      )
    );
  }

  /** Where the same function adds to the container before it is copied. */
  private static @Nullable SyntaxNode additionBefore(SyntaxNode copy, SyntaxNode source, PythonModel model) {
    Scope function = model.scopes().scopeOf(copy).definition();
    if (!function.is(Scope.Kind.FUNCTION)) {
      return null;
    }
    SyntaxNode name = source.field("attribute");
    if (name == null) {
      return null;
    }
    for (SyntaxNode use : model.references().toAttributesNamed(name.text())) {
      boolean before = use.start() < copy.start() && function.node().contains(use) && use.textIs(source.text());
      MethodCall call = before ? MethodCall.on(use) : null;
      SyntaxNode around = use.parent();
      boolean augmented =
        before && around != null && around.is("augmented_assignment") && "left".equals(use.fieldName());
      if ((augmented || (call != null && ADDING.contains(call.name()))) && leadsTo(use, copy)) {
        return use;
      }
    }
    return null;
  }

  /** Whether the branch of one place is also on the way to another: all blocks around it are around the other too. */
  private static boolean leadsTo(SyntaxNode first, SyntaxNode second) {
    SyntaxNode block = first.enclosing("block", "function_definition");
    return block != null && block.contains(second);
  }

  private static boolean happensOnce(SyntaxNode copy) {
    for (SyntaxNode ancestor : copy.ancestors()) {
      if (ancestor.is("function_definition")) {
        return OVER.matcher(nameOf(ancestor)).matches();
      }
      SyntaxNode condition = ancestor.isAny("if_statement", "elif_clause") ? ancestor.field("condition") : null;
      boolean within = condition != null && !condition.contains(copy) && !isInElse(ancestor, copy);
      if (condition != null && within && OVER.matcher(condition.text().toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return true;
  }

  private static boolean isInElse(SyntaxNode statement, SyntaxNode node) {
    SyntaxNode consequence = statement.field("consequence");
    return consequence != null && !consequence.contains(node);
  }

  private static String nameOf(SyntaxNode function) {
    SyntaxNode name = function.field("name");
    return name == null ? "" : name.text();
  }

  /** Whether something takes from the container again, or makes it anew: then nothing says that it gets long. */
  private static boolean isEmptied(SyntaxNode source, PythonModel model) {
    SyntaxNode name = source.field("attribute");
    return (
      name == null ||
      model
        .references()
        .toAttributesNamed(name.text())
        .stream()
        .anyMatch(use -> isTakenFrom(use, model))
    );
  }

  private static boolean isTakenFrom(SyntaxNode use, PythonModel model) {
    MethodCall call = MethodCall.on(use);
    SyntaxNode parent = use.parent();
    if (call != null || parent == null) {
      return call != null && TAKING.contains(call.name());
    }
    boolean assigned = parent.is("assignment") && "left".equals(use.fieldName());
    SyntaxNode around = parent.parent();
    boolean part = parent.is("subscript") && "value".equals(use.fieldName()) && around != null;
    boolean deleted = around != null && part && (around.is("delete_statement") || "left".equals(parent.fieldName()));
    return (assigned && !model.scopes().scopeOf(use).definition().simpleName().startsWith("__")) || deleted;
  }
}
