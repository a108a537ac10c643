package dev.perfreview.rust.values;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is read: a variable, and the fields, elements and lookups that lead from it to the value.
 *
 * @param root the variable's mention, an {@code identifier} or {@code self}
 * @param binding what the variable was bound by
 * @param isPlain whether only fields, elements and dereferences lead to the value, no calls
 */
public record SourcePlace(SyntaxNode root, Binding binding, boolean isPlain) {
  /** Methods that look a value up without making a guard that ends with the statement. */
  private static final Set<String> LOOKUPS = Set.of(
    "as_deref",
    "as_ref",
    "as_slice",
    "as_str",
    "back",
    "expect",
    "first",
    "front",
    "get",
    "iter",
    "last",
    "ok_or",
    "ok_or_else",
    "unwrap",
    "values"
  );

  private static final int LONGEST_CHAIN = 6;

  /** The place that an expression reads; nothing when it computes a value, or holds a guard only for the expression. */
  public static @Nullable SourcePlace of(SyntaxNode expression, RustModel model) {
    SyntaxNode node = expression;
    boolean plain = true;
    while (!node.isAny("identifier", "self")) {
      SyntaxNode inner = switch (node.kind()) {
        case "field_expression" -> node.field("value");
        case "index_expression" -> node.namedChildren().getFirst();
        case "parenthesized_expression", "try_expression" -> node.namedChildren().getLast();
        case "unary_expression" -> node.firstChild("*") == null ? null : node.namedChildren().getLast();
        case "reference_expression" -> node.firstChild("mutable_specifier") == null ? node.field("value") : null;
        case "call_expression" -> LOOKUPS.contains(String.valueOf(Calls.nameOf(node))) ? Calls.receiverOf(node) : null;
        default -> null;
      };
      if (inner == null) {
        return null;
      }
      plain &= !node.is("call_expression");
      RustType type = node.equals(expression) ? null : model.typeOf(node);
      if (type != null && type.isGuard()) {
        return null;
      }
      node = inner;
    }
    Binding binding = model.bindingOf(node);
    return binding == null ? null : new SourcePlace(node, binding, plain);
  }

  /** Whether nothing can change the value as long as the variable is in sight: it hangs off a shared reference, or is a constant. */
  public boolean isShared(RustModel model) {
    return isShared(binding, model, 0);
  }

  private static boolean isShared(Binding binding, RustModel model, int step) {
    if (binding.isGlobal()) {
      return true;
    }
    SyntaxNode declaration = binding.declaration();
    return switch (declaration.kind()) {
      case "self_parameter" -> declaration.firstChild("&") != null &&
        declaration.firstChild("mutable_specifier") == null;
      case "parameter" -> {
        SyntaxNode type = declaration.field("type");
        yield type != null && type.is("reference_type") && type.firstChild("mutable_specifier") == null;
      }
      case "let_declaration", "let_condition", "for_expression", "match_arm" -> {
        SyntaxNode value = declaration.is("match_arm") ? matched(declaration) : declaration.field("value");
        RustType type = model.typeOfName(binding.name().text(), binding.name());
        boolean borrows = declaration.is("match_arm") || (type != null && type.references() > 0);
        SourcePlace origin = value == null || !borrows || step > LONGEST_CHAIN ? null : of(value, model);
        yield origin != null && isShared(origin.binding, model, step + 1);
      }
      default -> false;
    };
  }

  private static @Nullable SyntaxNode matched(SyntaxNode arm) {
    SyntaxNode match = arm.enclosing("match_expression");
    return match == null ? null : match.field("value");
  }

  /**
   * Whether the value is still the same, and may stay borrowed, from one offset to another.
   *
   * @param from an offset in the file
   * @param to the offset up to which uses of the variable count
   */
  public boolean isUnchanged(int from, int to, RustModel model) {
    if (isShared(model)) {
      return true;
    }
    VariableUses uses = VariableUses.of(binding, model);
    // What ends with an inner block, such as a guard, cannot be borrowed beyond it.
    boolean lasts = uses != null && uses.scope().end() >= to;
    boolean read =
      uses != null &&
      uses
        .from(from)
        .stream()
        .filter(use -> use.mention().start() < to)
        .allMatch(use -> use.kind() == UseKind.READ);
    return lasts && read && isOriginUnchanged(from, to, model);
  }

  /** Whether what a local reference was taken from stays as it is, too. */
  private boolean isOriginUnchanged(int from, int to, RustModel model) {
    RustType type = model.typeOf(root);
    boolean given = binding.declaration().isAny("parameter", "self_parameter", "closure_expression", "for_expression");
    if (given || (type != null && type.references() == 0)) {
      return true;
    }
    SyntaxNode value = binding.declaration().is("match_arm")
      ? matched(binding.declaration())
      : binding.declaration().field("value");
    SourcePlace origin = value == null ? null : of(value, model);
    return (
      origin != null && origin.binding.name().start() < binding.name().start() && origin.isUnchanged(from, to, model)
    );
  }
}
