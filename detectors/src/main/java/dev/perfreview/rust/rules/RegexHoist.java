package dev.perfreview.rust.rules;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves a regular expression with a constant pattern into a {@code static} that is compiled on first use. */
final class RegexHoist {

  /** The width at which rustfmt breaks lines. */
  private static final int LINE_WIDTH = 100;

  private RegexHoist() {}

  /** The fix; nothing when the pattern is not constant or the error of a bad one is handled. */
  static @Nullable Fix fix(CompiledRegex regex, RustModel model) {
    SyntaxNode statement = statementAround(regex.compilation());
    boolean handled = regex.errorHandling() == CompiledRegex.ErrorHandling.BRANCHED;
    SyntaxNode let = regex.let();
    boolean typed = let != null && let.field("type") != null;
    if (statement == null || handled || typed || !isConstant(regex, model)) {
      return null;
    }
    String type = typeOf(regex.constructor(), model);
    if (type == null) {
      return null;
    }
    String name = freeName(regex, model);
    SourceText text = model.syntax().text();
    String compiled = regex.compilation().text();
    boolean returned = regex.errorHandling() == CompiledRegex.ErrorHandling.RETURNED;
    if (returned) {
      int end = builtEnd(regex);
      compiled = text.substring(new TextRange(regex.constructor().start(), end)) + ".expect(\"constant pattern\")";
    }
    String lazy = lazyLock(statement, model);
    String head = "static " + name + ": " + lazy + "<" + type + "> =";
    String value = lazy + "::new(|| " + compiled + ");";
    String indentation = text.indentationOf(statement.line());
    String lineBreak = text.lineSeparator() + indentation;
    boolean fits = indentation.length() + head.length() + value.length() < LINE_WIDTH;
    String declaration = head + (fits ? " " : lineBreak + "    ") + value;
    List<TextEdit> edits = new ArrayList<>();
    edits.add(TextEdit.insert(statement.start(), declaration + lineBreak));
    String use = let != null ? "&*" + name : name;
    edits.add(TextEdit.replace(regex.compilation(), use));
    String title = "Compile the regular expression once, in a `static`";
    if (returned) {
      return new Fix(title + "; a bad pattern then panics instead of being returned", Applicability.UNSAFE, edits);
    }
    // A static of another type is taken for the regular expression wherever its methods are called, and by functions that are not generic.
    boolean coerces = regex
      .uses()
      .stream()
      .allMatch(mention -> !CompiledRegex.isLent(mention) || isLentToOwnFunction(mention, model));
    return coerces
      ? new Fix(title, Applicability.SAFE, edits)
      : new Fix(title + "; a generic function may not take it", Applicability.UNSAFE, edits);
  }

  private static boolean isLentToOwnFunction(SyntaxNode use, RustModel model) {
    SyntaxNode borrow = use.parent();
    SyntaxNode call = borrow == null ? null : Calls.callTaking(borrow);
    SyntaxNode function = call == null ? null : model.functionCalled(call);
    return function != null && function.field("type_parameters") == null;
  }

  /** The statement of a block that an expression is part of, when a line of its own starts with it. */
  private static @Nullable SyntaxNode statementAround(SyntaxNode expression) {
    SyntaxNode statement = expression;
    SyntaxNode parent = expression.parent();
    while (parent != null && !parent.is("block")) {
      statement = parent;
      parent = parent.parent();
    }
    SyntaxNode before = statement.previousSibling();
    boolean hasAttribute = before != null && before.is("attribute_item");
    return parent == null || hasAttribute ? null : statement;
  }

  /** Whether the same regular expression is compiled on each call: all arguments are literals or constants. */
  static boolean isConstant(CompiledRegex regex, RustModel model) {
    SyntaxNode node = regex.compilation();
    while (node.index() != regex.constructor().index()) {
      if (node.is("try_expression")) {
        node = node.namedChildren().getFirst();
        continue;
      }
      String method = Calls.nameOf(node);
      SyntaxNode receiver = Calls.receiverOf(node);
      boolean error = method != null && Set.of("map_err", "context", "with_context").contains(method);
      if (
        receiver == null ||
        (!error &&
          !Calls.argumentsOf(node)
            .stream()
            .allMatch(value -> isConstant(value, model)))
      ) {
        return false;
      }
      node = receiver;
    }
    return Calls.argumentsOf(regex.constructor())
      .stream()
      .allMatch(value -> isConstant(value, model));
  }

  private static boolean isConstant(SyntaxNode value, RustModel model) {
    return switch (value.kind()) {
      case "string_literal", "raw_string_literal", "integer_literal", "boolean_literal", "char_literal" -> true;
      case "reference_expression", "array_expression", "parenthesized_expression" -> Comments.without(
        value.namedChildren()
      )
        .stream()
        .allMatch(child -> isConstant(child, model));
      case "identifier" -> {
        Binding binding = model.bindingOf(value);
        yield binding != null && binding.isGlobal();
      }
      default -> false;
    };
  }

  /** The written path of the type that the constructor makes. */
  private static @Nullable String typeOf(SyntaxNode constructor, RustModel model) {
    SyntaxNode function = constructor.field("function");
    SyntaxNode path = function == null ? null : function.field("path");
    if (function == null || path == null) {
      return null;
    }
    String full = model.fullPathOf(function);
    if (full != null && full.contains("Builder")) {
      return full.contains("::") ? full.substring(0, full.lastIndexOf("::")).replace("Builder", "") : null;
    }
    return path.text();
  }

  private static String lazyLock(SyntaxNode user, RustModel model) {
    return model.resolvesName("LazyLock", user, "std::sync::LazyLock") ? "LazyLock" : "std::sync::LazyLock";
  }

  private static int builtEnd(CompiledRegex regex) {
    SyntaxNode node = regex.compilation();
    while (true) {
      String method = node.is("call_expression") ? Calls.nameOf(node) : null;
      if (node.is("try_expression")) {
        node = node.namedChildren().getFirst();
      } else if (method != null && Set.of("map_err", "context", "with_context").contains(method)) {
        SyntaxNode receiver = Calls.receiverOf(node);
        if (receiver == null) {
          return node.end();
        }
        node = receiver;
      } else {
        return node.end();
      }
    }
  }

  /**
   * A name for the static that nothing in the file has yet. Several expressions in one function that ask for the same name get names
   * of their own also when all are moved at once.
   */
  private static String freeName(CompiledRegex regex, RustModel model) {
    String wanted = regex.constantName();
    Set<String> taken = new HashSet<>();
    for (SyntaxNode node : model.syntax().root().descendants()) {
      if (node.isAny("identifier", "type_identifier") && node.text().startsWith(wanted)) {
        taken.add(node.text());
      }
    }
    int rivals = 0;
    for (SyntaxNode node : regex.function().declaration().descendants()) {
      if (node.index() >= regex.constructor().index()) {
        break;
      }
      if (node.is("call_expression") && RegexPerCall.isConstructor(node, model)) {
        CompiledRegex other = CompiledRegex.of(node, model);
        boolean rival = other != null && other.isOnlyMatchedWith() && other.constantName().equals(wanted);
        rivals += rival && model.placementOf(node).cold() == null ? 1 : 0;
      }
    }
    int number = 1;
    while (true) {
      String name = number == 1 ? wanted : wanted + "_" + number;
      if (!taken.contains(name) && rivals-- == 0) {
        return name;
      }
      number++;
    }
  }
}
