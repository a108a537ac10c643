package dev.perfreview.rust.values;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a mention of a variable does to its value, by the place where it stands. */
final class UseKinds {

  /** Macros that take their arguments by reference. */
  private static final Set<String> READING_MACROS = Set.of(
    "assert",
    "assert_eq",
    "assert_ne",
    "bail",
    "anyhow",
    "debug",
    "debug_assert",
    "debug_assert_eq",
    "ensure",
    "eprintln",
    "error",
    "event",
    "format",
    "info",
    "json",
    "panic",
    "print",
    "println",
    "trace",
    "unreachable",
    "warn",
    "write",
    "writeln"
  );

  private UseKinds() {}

  /** What a mention, an {@code identifier}, {@code self} or string of a format macro, does to the variable. */
  static UseKind of(SyntaxNode mention, RustModel model) {
    if (isInMacro(mention)) {
      return ofToken(mention);
    }
    return ofPlace(mention, model);
  }

  /** Whether a node is one of the bare tokens that a macro is given. */
  static boolean isInMacro(SyntaxNode node) {
    SyntaxNode parent = node.parent();
    return parent != null && (parent.is("token_tree") || (parent.parent() != null && parent.parent().is("token_tree")));
  }

  private static UseKind ofToken(SyntaxNode token) {
    SyntaxNode macro = token.enclosing("macro_invocation");
    String name = macro == null ? null : Macros.nameOf(macro);
    if (name == null || !READING_MACROS.contains(name)) {
      return UseKind.UNKNOWN;
    }
    SyntaxNode dot = token.nextSibling();
    while (dot != null && dot.is(".")) {
      SyntaxNode member = dot.nextSibling();
      SyntaxNode after = member == null ? null : member.nextSibling();
      boolean called = after != null && after.is("token_tree") && after.text().startsWith("(");
      if (member == null || (called && !ReadingMethods.isReading(member.text()))) {
        return UseKind.UNKNOWN;
      }
      if (called) {
        return UseKind.READ;
      }
      dot = after;
    }
    return UseKind.READ;
  }

  /** What the expression that a place stands in does to it. */
  private static UseKind ofPlace(SyntaxNode place, RustModel model) {
    SyntaxNode parent = place.parent();
    if (parent == null) {
      return UseKind.UNKNOWN;
    }
    return switch (parent.kind()) {
      case "field_expression" -> {
        SyntaxNode call = Calls.methodCallOn(place);
        yield call == null ? ofPlace(parent, model) : ofCall(place, call, model);
      }
      case "reference_expression" -> parent.firstChild("mutable_specifier") == null ? UseKind.READ : UseKind.CHANGED;
      case "index_expression" -> isFirst(place, parent) ? ofElement(parent, model) : ofValue(place, model);
      case "binary_expression" -> ofOperand(place, parent, model);
      case "await_expression" -> UseKind.TAKEN;
      case "assignment_expression", "compound_assignment_expr" -> "left".equals(place.fieldName())
        ? UseKind.CHANGED
        : ofValue(place, model);
      case "parenthesized_expression", "unary_expression" -> ofPlace(parent, model);
      case "expression_statement", "type_cast_expression" -> UseKind.READ;
      case "match_expression", "let_condition" -> ofScrutinee(place, parent, model);
      default -> ofValue(place, model);
    };
  }

  private static UseKind ofElement(SyntaxNode element, RustModel model) {
    UseKind kind = ofPlace(element, model);
    // An element that is taken out by its index is copied: others cannot be moved out of a collection.
    return kind == UseKind.TAKEN ? UseKind.READ : kind;
  }

  private static boolean isFirst(SyntaxNode place, SyntaxNode parent) {
    return parent.namedChildren().getFirst().equals(place);
  }

  private static UseKind ofOperand(SyntaxNode place, SyntaxNode binary, RustModel model) {
    SyntaxNode operator = binary.field("operator");
    boolean compares = operator != null && operator.isAny("==", "!=", "<", "<=", ">", ">=");
    boolean added = operator != null && operator.is("+") && "left".equals(place.fieldName());
    return compares ? UseKind.READ : added ? UseKind.TAKEN : ofValue(place, model);
  }

  /** A value handed on whole: numbers and references are copied, all else is moved. */
  private static UseKind ofValue(SyntaxNode place, RustModel model) {
    RustType type = model.typeOf(place);
    if (type == null || !(type.references() > 0 || isNumber(type))) {
      return UseKind.TAKEN;
    }
    return type.references() > 0 && isMutable(place, model) ? UseKind.CHANGED : UseKind.READ;
  }

  /** Whether a place that holds a reference holds one that lets its value be changed. */
  private static boolean isMutable(SyntaxNode place, RustModel model) {
    Binding binding = place.isAny("identifier", "self") ? model.bindingOf(place) : null;
    if (binding == null) {
      return false;
    }
    SyntaxNode declaration = binding.declaration();
    SyntaxNode written = declaration.is("parameter") ? declaration.field("type") : null;
    SyntaxNode value = declaration.field("value");
    return (
      (written != null && written.firstChild("mutable_specifier") != null) ||
      (declaration.is("self_parameter") && declaration.firstChild("mutable_specifier") != null) ||
      (value != null && value.text().contains("mut"))
    );
  }

  /** Whether a type is one of the language's own that are copied: numbers, {@code bool}, {@code char}. */
  static boolean isNumber(RustType type) {
    return type.arguments().isEmpty() && !type.path().contains("::") && Character.isLowerCase(type.path().charAt(0));
  }

  /** A value that a pattern takes apart: only where the pattern binds nothing it certainly stays whole. */
  private static UseKind ofScrutinee(SyntaxNode place, SyntaxNode head, RustModel model) {
    RustType type = model.typeOf(place);
    if (type != null && type.references() > 0) {
      return UseKind.READ;
    }
    List<SyntaxNode> patterns = new ArrayList<>();
    SyntaxNode arms = head.is("match_expression") ? head.field("body") : null;
    for (SyntaxNode arm : arms == null ? List.of(head) : arms.namedChildren()) {
      SyntaxNode pattern = arm.field("pattern");
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    boolean binds = patterns
      .stream()
      .flatMap(pattern -> Stream.concat(Stream.of(pattern), pattern.streamDescendants()))
      .anyMatch(
        node ->
          node.is("shorthand_field_identifier") ||
          (node.is("identifier") && Character.isLowerCase(node.text().charAt(0)) && !node.textIs("_"))
      );
    return binds ? UseKind.UNKNOWN : UseKind.READ;
  }

  private static UseKind ofCall(SyntaxNode receiver, SyntaxNode call, RustModel model) {
    String method = Calls.nameOf(call);
    SyntaxNode own = model.functionCalled(call);
    if (own != null) {
      return ofOwnMethod(own);
    }
    if (method == null) {
      return UseKind.UNKNOWN;
    }
    RustType type = model.typeOf(receiver);
    boolean standard = type != null && isStandard(type.peeled());
    if (ReadingMethods.isReadingAnywhere(method) || (standard && ReadingMethods.isReading(method))) {
      return UseKind.READ;
    }
    if (type != null && type.references() > 0 && method.startsWith("into_")) {
      return UseKind.READ;
    }
    if (ReadingMethods.isChanging(method)) {
      return UseKind.CHANGED;
    }
    if (allAre(Trait.BORROWS, call, model)) {
      return UseKind.READ;
    }
    if (allAre(Trait.CHANGES, call, model)) {
      return UseKind.CHANGED;
    }
    return ReadingMethods.isTaking(method) ? UseKind.TAKEN : UseKind.UNKNOWN;
  }

  /** Whether a call is of a method of another file that does this to its receiver, whichever implementation it is. */
  private static boolean allAre(Trait trait, SyntaxNode call, RustModel model) {
    List<FunctionPlace> methods = model.functionsCalledElsewhere(call);
    return !methods.isEmpty() && methods.stream().allMatch(method -> method.function().is(trait));
  }

  private static boolean isStandard(RustType type) {
    return (
      type.path().startsWith("std::") || (!type.path().contains("::") && !Character.isUpperCase(type.path().charAt(0)))
    );
  }

  private static UseKind ofOwnMethod(SyntaxNode function) {
    SyntaxNode parameters = function.field("parameters");
    SyntaxNode self = parameters == null ? null : parameters.firstChild("self_parameter");
    if (self == null) {
      return UseKind.UNKNOWN;
    }
    if (self.firstChild("&") == null) {
      return UseKind.TAKEN;
    }
    return self.firstChild("mutable_specifier") == null ? UseKind.READ : UseKind.CHANGED;
  }
}
