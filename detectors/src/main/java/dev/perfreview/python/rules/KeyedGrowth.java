package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An assignment that makes a text longer which a dictionary or list holds: {@code buffers[key] += piece}, or {@code buffer =
 * buffers.get(key, "")} and then {@code buffers[key] = buffer + piece}. The container keeps the old text while the new one is made, so
 * CPython always copies it.
 *
 * @param target the subscript that is assigned to
 * @param container what holds the text
 */
record KeyedGrowth(SyntaxNode target, SyntaxNode container) {
  /** The growth that an assignment is; nothing when what is held is not known to be text. */
  static @Nullable KeyedGrowth of(SyntaxNode assignment, PythonModel model) {
    SyntaxNode target = assignment.field("left");
    SyntaxNode container = target == null || !target.is("subscript") ? null : target.field("value");
    SyntaxNode added = assignment.field("right");
    if (target == null || container == null || added == null || !container.isAny("identifier", "attribute")) {
      return null;
    }
    boolean grows;
    if (assignment.is("augmented_assignment")) {
      SyntaxNode operator = assignment.field("operator");
      grows = operator != null && operator.textIs("+=") && isText(model.types().typeOf(target));
    } else {
      SyntaxNode first = firstSummand(added);
      grows = first != null && isHeldText(first, target, container, model);
    }
    return grows ? new KeyedGrowth(target, container) : null;
  }

  /** Whether each turn of a loop comes to another text: {@code for place, piece in …: texts[place] += piece}. */
  boolean isSpreadBy(SyntaxNode loop) {
    SyntaxNode bound = loop.is("for_statement") ? loop.field("left") : null;
    SyntaxNode key = target.field("subscript");
    return bound != null && key != null && names(bound).anyMatch(name -> names(key).anyMatch(name::equals));
  }

  private static Stream<String> names(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.streamDescendants())
      .filter(part -> part.is("identifier"))
      .map(SyntaxNode::text);
  }

  private static @Nullable SyntaxNode firstSummand(SyntaxNode sum) {
    SyntaxNode operator = sum.is("binary_operator") ? sum.field("operator") : null;
    return operator != null && operator.textIs("+") ? sum.field("left") : null;
  }

  /** Whether an expression is the text that the container holds so far. */
  private static boolean isHeldText(SyntaxNode held, SyntaxNode target, SyntaxNode container, PythonModel model) {
    if (held.textIs(target.text())) {
      return isText(model.types().typeOf(target));
    }
    if (isLookup(held, target, container)) {
      return true;
    }
    Variable variable = held.is("identifier") ? model.types().variableOf(held) : null;
    if (variable == null) {
      return false;
    }
    Binding latest = null;
    for (Binding binding : variable.bindings()) {
      latest = binding.target().start() < held.start() ? binding : latest;
    }
    SyntaxNode value = latest == null ? null : latest.value();
    if (value == null) {
      return false;
    }
    return value.textIs(target.text()) ? isText(model.types().typeOf(target)) : isLookup(value, target, container);
  }

  /** {@code container.get(key, "")}, whose default tells that the container holds texts. */
  private static boolean isLookup(SyntaxNode value, SyntaxNode target, SyntaxNode container) {
    SyntaxNode function = value.is("call") ? value.field("function") : null;
    SyntaxNode key = target.field("subscript");
    if (function == null || key == null || !function.textIs(container.text() + ".get")) {
      return false;
    }
    Arguments arguments = Arguments.of(value);
    SyntaxNode asked = arguments.positional(0);
    SyntaxNode otherwise = arguments.positional(1);
    return asked != null && asked.textIs(key.text()) && otherwise != null && otherwise.is("string");
  }

  private static boolean isText(PythonType type) {
    return type.isAny("str", "bytes");
  }
}
