package dev.perfreview.rust.values;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All mentions of a local variable after it is declared, with what each does to the value. */
public final class VariableUses {

  private final SyntaxNode scope;
  private final List<VariableUse> uses;

  private VariableUses(SyntaxNode scope, List<VariableUse> uses) {
    this.scope = scope;
    this.uses = List.copyOf(uses);
  }

  /** The mentions of what a binding declares; nothing for constants, statics and names whose scope is not known. */
  public static @Nullable VariableUses of(Binding binding, RustModel model) {
    SyntaxNode scope = scopeOf(binding);
    if (scope == null) {
      return null;
    }
    String name = binding.name().is("self_parameter") ? "self" : binding.name().text();
    int from = binding.declaration().isAny("let_declaration", "let_condition")
      ? binding.declaration().end()
      : binding.name().end();
    List<VariableUse> uses = new ArrayList<>();
    for (SyntaxNode node : scope.descendants()) {
      if (node.start() < from || !mentions(node, name)) {
        continue;
      }
      Binding own = model.bindingOfName(name, node);
      if (own != null && own.name().equals(binding.name())) {
        uses.add(new VariableUse(node, kindOf(node, scope, model)));
      }
    }
    return new VariableUses(scope, uses);
  }

  /** The mentions in the order of the text. */
  public List<VariableUse> all() {
    return uses;
  }

  /** The block, arm, loop or function that the variable can be named in. */
  public SyntaxNode scope() {
    return scope;
  }

  /** Whether there are uses and all only look at the value. */
  public boolean areReads() {
    return !uses.isEmpty() && uses.stream().allMatch(use -> use.kind() == UseKind.READ);
  }

  /** The mentions that begin at or after an offset. */
  public List<VariableUse> from(int offset) {
    return uses
      .stream()
      .filter(use -> use.mention().start() >= offset)
      .toList();
  }

  /** The mentions within a node. */
  public List<VariableUse> within(SyntaxNode node) {
    return uses
      .stream()
      .filter(use -> node.contains(use.mention()))
      .toList();
  }

  private static UseKind kindOf(SyntaxNode mention, SyntaxNode scope, RustModel model) {
    UseKind kind = UseKinds.of(mention, model);
    return kind == UseKind.READ && isCaptured(mention, scope) && !isCopied(mention, model) ? UseKind.TAKEN : kind;
  }

  /** Whether a closure or task between the mention and the scope takes what it names ({@code move}). */
  private static boolean isCaptured(SyntaxNode mention, SyntaxNode scope) {
    for (SyntaxNode ancestor : mention.ancestors()) {
      if (ancestor.equals(scope)) {
        return false;
      }
      if (ancestor.isAny("closure_expression", "async_block") && ancestor.firstChild("move") != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCopied(SyntaxNode mention, RustModel model) {
    RustType type = model.typeOf(mention);
    return type != null && (type.references() > 0 || UseKinds.isNumber(type));
  }

  private static boolean mentions(SyntaxNode node, String name) {
    return switch (node.kind()) {
      case "identifier", "self" -> node.textIs(name) && !isFieldInMacro(node) && !isPartOfPath(node);
      case "string_content" -> UseKinds.isInMacro(node) &&
        (node.text().contains("{" + name + "}") || node.text().contains("{" + name + ":"));
      default -> false;
    };
  }

  /** Whether an identifier among a macro's tokens follows a dot, or names an argument of a log macro ({@code name = value}). */
  private static boolean isFieldInMacro(SyntaxNode node) {
    SyntaxNode before = node.previousSibling();
    return before != null && before.is(".") && UseKinds.isInMacro(node);
  }

  private static boolean isPartOfPath(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    return parent != null && parent.isAny("scoped_identifier", "scoped_type_identifier", "macro_invocation");
  }

  private static @Nullable SyntaxNode scopeOf(Binding binding) {
    SyntaxNode declaration = binding.declaration();
    return switch (declaration.kind()) {
      case "let_declaration" -> declaration.parent();
      case "parameter", "self_parameter" -> {
        SyntaxNode function = declaration.enclosing("function_item", "closure_expression");
        yield function == null ? null : function.field("body");
      }
      case "closure_expression", "for_expression" -> declaration.field("body");
      case "let_condition" -> declaration.enclosing("if_expression", "while_expression");
      case "match_arm" -> declaration;
      default -> null;
    };
  }
}
