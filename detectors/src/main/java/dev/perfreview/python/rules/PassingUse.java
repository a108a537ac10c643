package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A use that takes a collection's elements once and keeps nothing of the collection itself.
 *
 * @param kind which
 * @param during what runs before the last element is taken, and so could change where they come from; nothing where only the
 *     interpreter runs
 */
record PassingUse(Kind kind, @Nullable SyntaxNode during) {
  /** The ways to use a collection in passing. */
  enum Kind {
    /** A {@code for} statement or clause goes over it. */
    LOOP,
    /** A function takes its elements: {@code sum(…)}, {@code set(…)}, {@code xs.extend(…)}, {@code f(*…)}. */
    ARGUMENT,
    /** {@code len(…)}. */
    LENGTH,
    /** {@code x in …}. */
    MEMBERSHIP,
    /** {@code …[0]}. */
    FIRST,
    /** Only whether it is empty counts: {@code if …}, {@code not …}. */
    TRUTH,
  }

  private static final Set<String> TAKING_FUNCTIONS = Set.of(
    "builtins.set",
    "builtins.frozenset",
    "builtins.sorted",
    "builtins.list",
    "builtins.tuple",
    "builtins.dict",
    "builtins.sum",
    "builtins.min",
    "builtins.max",
    "builtins.any",
    "builtins.all",
    "collections.deque",
    "collections.Counter"
  );
  private static final Set<String> LAZY_FUNCTIONS = Set.of("builtins.enumerate", "builtins.zip");

  /** The passing use that an expression is put to, when it is one. */
  static @Nullable PassingUse of(SyntaxNode expression, PythonModel model) {
    SyntaxNode parent = expression.parent();
    if (parent == null) {
      return null;
    }
    return switch (parent.kind()) {
      case "for_statement" -> loop(expression, parent, parent.field("body"));
      case "for_in_clause" -> loop(expression, parent, parent.parent());
      case "argument_list" -> argument(parent, model);
      case "list_splat" -> isArgument(parent) ? new PassingUse(Kind.ARGUMENT, null) : null;
      case "comparison_operator" -> isMembership(expression, parent) ? new PassingUse(Kind.MEMBERSHIP, null) : null;
      case "subscript" -> isFirst(expression, parent) ? new PassingUse(Kind.FIRST, null) : null;
      case "if_statement", "elif_clause", "while_statement" -> "condition".equals(expression.fieldName())
        ? new PassingUse(Kind.TRUTH, null)
        : null;
      case "not_operator" -> new PassingUse(Kind.TRUTH, null);
      default -> null;
    };
  }

  private static @Nullable PassingUse loop(SyntaxNode expression, SyntaxNode head, @Nullable SyntaxNode during) {
    boolean taken = "right".equals(expression.fieldName()) && head.firstChild("async") == null && during != null;
    return taken ? new PassingUse(Kind.LOOP, during) : null;
  }

  private static @Nullable PassingUse argument(SyntaxNode arguments, PythonModel model) {
    SyntaxNode call = arguments.parent();
    SyntaxNode function = call == null ? null : call.field("function");
    if (call == null || function == null) {
      return null;
    }
    Arguments all = Arguments.of(call);
    boolean alone = all.count() == 1 && !all.hasSplat();
    String name = model.names().of(function);
    if (name == null) {
      SyntaxNode method = function.field("attribute");
      boolean adds = method != null && (method.textIs("extend") || method.textIs("update"));
      return adds && alone ? new PassingUse(Kind.ARGUMENT, null) : null;
    }
    if (LAZY_FUNCTIONS.contains(name)) {
      PassingUse around = of(call, model);
      return around != null && (around.kind == Kind.LOOP || around.kind == Kind.ARGUMENT) ? around : null;
    }
    if (name.equals("builtins.len")) {
      return new PassingUse(Kind.LENGTH, null);
    }
    // The functions in other arguments, `key=…`, may run while the elements are taken.
    SyntaxNode during = alone ? null : arguments;
    return TAKING_FUNCTIONS.contains(name) ? new PassingUse(Kind.ARGUMENT, during) : null;
  }

  private static boolean isArgument(SyntaxNode splat) {
    SyntaxNode parent = splat.parent();
    return parent != null && parent.is("argument_list");
  }

  private static boolean isMembership(SyntaxNode expression, SyntaxNode comparison) {
    SyntaxNode operator = expression.previousSibling();
    boolean last = expression.nextNamedSibling() == null;
    return (
      last &&
      comparison.namedChildren().size() == 2 &&
      operator != null &&
      (operator.textIs("in") || operator.is("not in"))
    );
  }

  private static boolean isFirst(SyntaxNode expression, SyntaxNode subscript) {
    SyntaxNode index = subscript.field("subscript");
    SyntaxNode around = subscript.parent();
    boolean read = around == null || !around.is("delete_statement");
    boolean target =
      around != null && around.isAny("assignment", "augmented_assignment") && "left".equals(subscript.fieldName());
    return "value".equals(expression.fieldName()) && index != null && index.textIs("0") && read && !target;
  }
}
