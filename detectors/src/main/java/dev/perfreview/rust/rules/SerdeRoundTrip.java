package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.rules.SerdeCall.Form;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where what one call of {@code serde_json} made goes straight into the next. */
final class SerdeRoundTrip {

  /** What hands the value in a {@code Result} or {@code Option} on. */
  private static final Set<String> UNWRAPS = Set.of(
    "context",
    "expect",
    "map_err",
    "ok",
    "ok_or",
    "ok_or_else",
    "unwrap",
    "unwrap_or_default",
    "with_context"
  );

  private SerdeRoundTrip() {}

  /** The call that made what {@code second} is given, when both together go there and back, or parse text twice. */
  static @Nullable SerdeCall before(SerdeCall second, RustModel model) {
    SerdeCall first = madeBy(second.argument(), model);
    if (first == null) {
      return null;
    }
    boolean back = first.form() == Form.TEXT && second.form() == Form.OF_TEXT;
    boolean tree = first.form() == Form.TREE && second.form() == Form.OF_TREE;
    boolean twoSteps = first.form() == Form.OF_TEXT && second.form() == Form.OF_TREE;
    boolean through = first.form() == Form.TREE && second.form() == Form.TEXT;
    return back || tree || twoSteps || through ? first : null;
  }

  private static @Nullable SerdeCall madeBy(SyntaxNode expression, RustModel model) {
    SyntaxNode value = unwrapped(expression);
    SerdeCall direct = SerdeCall.of(value, model);
    if (direct != null || !value.is("identifier")) {
      return direct;
    }
    Binding binding = Bindings.find(value.text(), value);
    SyntaxNode declaration = binding == null || !binding.isPlain() ? null : binding.declaration();
    SyntaxNode made = declaration == null || !declaration.is("let_declaration") ? null : declaration.field("value");
    SerdeCall first = made == null ? null : SerdeCall.of(unwrapped(made), model);
    return first != null && declaration != null && isOnlyUse(value, declaration) ? first : null;
  }

  /** Whether a variable serves nothing but this one use. */
  private static boolean isOnlyUse(SyntaxNode use, SyntaxNode declaration) {
    SyntaxNode scope = declaration.parent();
    return (
      scope != null &&
      scope
        .streamDescendants()
        .filter(node -> node.is("identifier") && node.textIs(use.text()) && node.start() > declaration.end())
        .count() == 1
    );
  }

  private static SyntaxNode unwrapped(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (true) {
      SyntaxNode receiver = node.is("call_expression") ? Calls.receiverOf(node) : null;
      List<SyntaxNode> children = node.namedChildren();
      if (node.is("try_expression") && !children.isEmpty()) {
        node = children.getFirst();
      } else if (receiver != null && UNWRAPS.contains(String.valueOf(Calls.nameOf(node)))) {
        node = receiver;
      } else {
        return node;
      }
    }
  }
}
