package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that makes a new {@code String} of text that is there already: {@code name.to_string()}, {@code String::from("x")},
 * {@code format!("{}", name)}.
 *
 * @param expression the whole expression
 * @param source Rust code for the text that is copied
 * @param place the node of that text; of {@code format!("{name}")} the macro's string
 * @param type its type, known to be text
 */
record OwnedCopy(SyntaxNode expression, String source, SyntaxNode place, RustType type) {
  /** What an expression copies; nothing when it is no such copy or its source is not known to be text. */
  static @Nullable OwnedCopy of(SyntaxNode expression, RustModel model) {
    OwnedCopy copy = expression.is("macro_invocation") ? ofFormat(expression, model) : ofCall(expression, model);
    return copy == null || Comments.areIn(expression) ? null : copy;
  }

  private static @Nullable OwnedCopy ofCall(SyntaxNode call, RustModel model) {
    String name = Calls.nameOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    SyntaxNode function = call.field("function");
    if (name == null || function == null) {
      return null;
    }
    if (receiver != null && arguments.isEmpty() && (name.equals("to_string") || name.equals("to_owned"))) {
      return copyOf(call, receiver, name.equals("to_owned"), model);
    }
    if (receiver == null && arguments.size() == 1 && model.refersTo(function, "std::string::String::from")) {
      return copyOf(call, arguments.getFirst(), false, model);
    }
    return null;
  }

  private static @Nullable OwnedCopy copyOf(SyntaxNode copy, SyntaxNode source, boolean toOwned, RustModel model) {
    RustType type = model.typeOf(source);
    if (type == null || !type.isText()) {
      return null;
    }
    // `to_owned` on a `&&str` or a `Cow` gives another reference or `Cow`, not a `String`.
    boolean plain = (type.is("str") || type.is("std::string::String")) && type.references() < 2;
    return toOwned && !plain ? null : new OwnedCopy(copy, source.text(), source, type);
  }

  private static @Nullable OwnedCopy ofFormat(SyntaxNode macro, RustModel model) {
    SyntaxNode tokens = macro.firstChild("token_tree");
    if (!"format".equals(Macros.nameOf(macro)) || tokens == null) {
      return null;
    }
    List<SyntaxNode> parts = tokens.namedChildren();
    if (parts.isEmpty() || parts.size() > 2 || !parts.getFirst().isAny("string_literal", "raw_string_literal")) {
      return null;
    }
    SyntaxNode format = parts.getFirst();
    String literal = format.text();
    if (parts.size() == 2) {
      boolean one = literal.equals("\"{}\"") && parts.getLast().is("identifier") && tokens.children().size() == 5;
      return one ? copyOf(macro, parts.getLast(), false, model) : null;
    }
    if (literal.indexOf('{') < 0 && literal.indexOf('}') < 0) {
      return new OwnedCopy(macro, literal, format, RustType.STR);
    }
    if (!literal.matches("\"\\{[a-z_][a-z0-9_]*}\"")) {
      return null;
    }
    String name = literal.substring(2, literal.length() - 2);
    RustType type = model.typeOfName(name, macro);
    return type == null || !type.isText() ? null : new OwnedCopy(macro, name, format, type);
  }

  /** Whether the text is written in the source itself. */
  boolean isLiteral() {
    return source.startsWith("\"") || source.startsWith("r");
  }

  /** The variable that the text is read off; nothing for literals and the results of calls. */
  @Nullable
  Binding variable(RustModel model) {
    SyntaxNode root = Places.rootOf(place);
    if (root != null) {
      return model.bindingOf(root);
    }
    return place.is("string_literal") && !isLiteral() ? model.bindingOfName(source, expression) : null;
  }

  /**
   * Whether borrowing the text for longer than the copy was cannot clash with anything: literals, constants, parameters behind a shared
   * reference and what hangs off them.
   */
  boolean isStable(RustModel model) {
    if (isLiteral()) {
      return true;
    }
    Binding variable = variable(model);
    return variable != null && isStable(variable, model);
  }

  private static boolean isStable(Binding variable, RustModel model) {
    if (variable.isGlobal()) {
      return true;
    }
    SyntaxNode declaration = variable.declaration();
    return switch (declaration.kind()) {
      case "self_parameter" -> declaration.firstChild("&") != null &&
        declaration.firstChild("mutable_specifier") == null;
      case "parameter" -> {
        SyntaxNode type = declaration.field("type");
        yield type != null && type.is("reference_type") && type.firstChild("mutable_specifier") == null;
      }
      case "for_expression" -> {
        SyntaxNode iterated = declaration.field("value");
        SyntaxNode receiver = iterated == null || !iterated.is("call_expression") ? null : Calls.receiverOf(iterated);
        SyntaxNode root = iterated == null ? null : Places.rootOf(receiver == null ? iterated : receiver);
        Binding owner = root == null ? null : model.bindingOf(root);
        // Only a step outwards: what is iterated is bound before the loop.
        yield owner != null && !owner.declaration().is("for_expression") && isStable(owner, model);
      }
      default -> false;
    };
  }

  /**
   * Rust code for the text as {@code &str} or {@code &String}.
   *
   * @return nothing where that takes more than adding {@code &} and {@code *}
   */
  @Nullable
  String borrowed() {
    String operand = place.isAny("binary_expression", "type_cast_expression", "range_expression")
      ? "(" + source + ")"
      : source;
    if (type.is("str") || type.is("std::string::String")) {
      return type.references() == 0 ? "&" + operand : "*".repeat(type.references() - 1) + operand;
    }
    RustType held = type.dereferenced();
    boolean oneBox =
      type.references() == 0 && held.references() == 0 && (held.is("str") || held.is("std::string::String"));
    return oneBox ? "&*" + operand : null;
  }

  /** Rust code for the text as something whose methods can be called. */
  String receiver() {
    boolean postfix =
      isLiteral() ||
      place.isAny(
        "identifier",
        "self",
        "field_expression",
        "call_expression",
        "index_expression",
        "parenthesized_expression",
        "string_literal",
        "try_expression",
        "await_expression"
      );
    return postfix ? source : "(" + source + ")";
  }
}
