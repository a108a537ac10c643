package dev.perfreview.python.rules;

import dev.perfreview.python.StringLiteral;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assignment that makes a text longer.
 *
 * @param form how
 * @param target what is assigned to
 */
record StringGrowth(Form form, SyntaxNode target) {
  /** The ways to write it. */
  enum Form {
    /** {@code s += x} and {@code s = s + x}. */
    APPEND,
    /** {@code s = x + s}. */
    PREPEND,
    /** {@code s = f"{s}…"}. */
    INTERPOLATE,
  }

  /** The longest chain of {@code +} that is looked into. */
  private static final int LONGEST_CHAIN = 64;

  /** The growth that an assignment is, as far as its form tells: the types are not looked at. */
  static Optional<StringGrowth> of(SyntaxNode assignment) {
    SyntaxNode target = assignment.field("left");
    if (target == null || !target.isAny("identifier", "attribute")) {
      return Optional.empty();
    }
    if (assignment.is("augmented_assignment")) {
      SyntaxNode operator = assignment.field("operator");
      boolean adds = operator != null && operator.textIs("+=");
      return adds ? Optional.of(new StringGrowth(Form.APPEND, target)) : Optional.empty();
    }
    SyntaxNode value = assignment.is("assignment") ? assignment.field("right") : null;
    Form form = value == null ? null : formOf(value, target.text());
    return Optional.ofNullable(form).map(found -> new StringGrowth(found, target));
  }

  private static @Nullable Form formOf(SyntaxNode value, String target) {
    if (value.is("string")) {
      return StringLiteral.isFormatted(value) && interpolates(value, target) ? Form.INTERPOLATE : null;
    }
    if (!isSum(value)) {
      return null;
    }
    SyntaxNode last = value.field("right");
    if (last != null && last.textIs(target)) {
      return Form.PREPEND;
    }
    SyntaxNode first = value;
    for (int depth = 0; isSum(first) && depth < LONGEST_CHAIN; depth++) {
      SyntaxNode left = first.field("left");
      if (left == null) {
        return null;
      }
      first = left;
    }
    return first.textIs(target) ? Form.APPEND : null;
  }

  private static boolean isSum(SyntaxNode node) {
    SyntaxNode operator = node.is("binary_operator") ? node.field("operator") : null;
    return operator != null && operator.textIs("+");
  }

  private static boolean interpolates(SyntaxNode string, String target) {
    for (SyntaxNode child : string.namedChildren()) {
      SyntaxNode expression = child.is("interpolation") ? child.field("expression") : null;
      if (expression != null && expression.textIs(target)) {
        return true;
      }
    }
    return false;
  }

  /** The assignment as a message shows it. */
  String summary() {
    String name = target.text();
    return switch (form) {
      case APPEND -> name + " += …";
      case PREPEND -> name + " = … + " + name;
      case INTERPOLATE -> name + " = f\"{" + name + "}…\"";
    };
  }
}
