package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a piece of code does with a list would work as well on a {@code deque}. */
final class DequeCompatibility {

  /** How a use of the list fares when it becomes a deque. */
  enum Verdict {
    /** It does the same as before. */
    WORKS,
    /** The list leaves the code in sight, or the use becomes slower. */
    UNKNOWN,
    /** A deque cannot do this. */
    BREAKS,
  }

  private static final Set<String> SHARED_METHODS = Set.of(
    "append",
    "extend",
    "clear",
    "remove",
    "count",
    "reverse",
    "index"
  );
  private static final Set<String> CONSUMERS = Set.of(
    "builtins.len",
    "builtins.sum",
    "builtins.min",
    "builtins.max",
    "builtins.any",
    "builtins.all",
    "builtins.sorted",
    "builtins.list",
    "builtins.tuple",
    "builtins.set",
    "builtins.frozenset",
    "builtins.bool"
  );
  private static final Set<String> LAZY_CONSUMERS = Set.of("builtins.enumerate", "builtins.reversed", "builtins.zip");

  private final Variable variable;
  private final PythonModel model;

  DequeCompatibility(Variable variable, PythonModel model) {
    this.variable = variable;
    this.model = model;
  }

  /** The operation on its front that a use of a list is part of. */
  static Optional<FrontOperation> frontOperationOn(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    SyntaxNode around = parent == null ? null : parent.parent();
    if (around == null || !around.isAny("call", "delete_statement")) {
      return Optional.empty();
    }
    return FrontOperation.of(around).filter(operation -> operation.list().equals(use));
  }

  /** How one of the uses fares. */
  Verdict of(SyntaxNode use, List<SyntaxNode> uses) {
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return Verdict.UNKNOWN;
    }
    if (isInClosure(use)) {
      return Verdict.UNKNOWN;
    }
    return switch (parent.kind()) {
      case "assignment", "augmented_assignment" -> "left".equals(use.fieldName()) ? Verdict.WORKS : Verdict.UNKNOWN;
      case "attribute" -> method(parent);
      case "subscript" -> item(parent, use);
      case "for_statement", "for_in_clause" -> iteration(parent, use, uses);
      case "argument_list" -> argument(parent, use, uses);
      case "list_splat" -> Verdict.WORKS;
      case "comparison_operator" -> comparison(parent, use);
      case "binary_operator" -> Verdict.BREAKS;
      case "delete_statement" -> Verdict.WORKS;
      default -> isTruthTest(use) ? Verdict.WORKS : Verdict.UNKNOWN;
    };
  }

  private boolean isInClosure(SyntaxNode use) {
    Scope owner = variable.owner();
    return owner.is(Scope.Kind.FUNCTION) && !model.scopes().scopeOf(use).definition().equals(owner);
  }

  private static Verdict method(SyntaxNode attribute) {
    SyntaxNode name = attribute.field("attribute");
    SyntaxNode call = attribute.parent();
    if (name == null || call == null || !call.is("call") || !attribute.equals(call.field("function"))) {
      return Verdict.UNKNOWN;
    }
    if (SHARED_METHODS.contains(name.text())) {
      return Verdict.WORKS;
    }
    SyntaxNode arguments = call.field("arguments");
    return switch (name.text()) {
      case "pop" -> arguments != null && arguments.namedChildren().isEmpty() ? Verdict.WORKS : Verdict.BREAKS;
      case "sort" -> Verdict.BREAKS;
      default -> Verdict.UNKNOWN;
    };
  }

  private static Verdict item(SyntaxNode subscript, SyntaxNode use) {
    SyntaxNode index = subscript.field("subscript");
    if (index == null || !use.equals(subscript.field("value"))) {
      return Verdict.UNKNOWN;
    }
    if (index.is("slice")) {
      return Verdict.BREAKS;
    }
    // The middle of a deque is reached in linear time, its ends in constant time.
    return index.textIs("0") || index.textIs("-1") ? Verdict.WORKS : Verdict.UNKNOWN;
  }

  /** A deque must not change while it is iterated over; a list may. */
  private static Verdict iteration(SyntaxNode loop, SyntaxNode use, List<SyntaxNode> uses) {
    if (!"right".equals(use.fieldName())) {
      return Verdict.UNKNOWN;
    }
    SyntaxNode whole = loop.is("for_in_clause") ? loop.parent() : loop;
    boolean usedWithin = whole == null || uses.stream().anyMatch(other -> !other.equals(use) && whole.contains(other));
    return usedWithin ? Verdict.UNKNOWN : Verdict.WORKS;
  }

  private Verdict argument(SyntaxNode arguments, SyntaxNode use, List<SyntaxNode> uses) {
    SyntaxNode call = arguments.parent();
    SyntaxNode function = call == null ? null : call.field("function");
    if (call == null || function == null) {
      return Verdict.UNKNOWN;
    }
    String name = model.names().of(function);
    if (name != null && CONSUMERS.contains(name)) {
      return Verdict.WORKS;
    }
    if (name != null && LAZY_CONSUMERS.contains(name)) {
      return lazily(call, use, uses);
    }
    if ("builtins.isinstance".equals(name) || "json.dumps".equals(name)) {
      return Verdict.BREAKS;
    }
    SyntaxNode method = function.field("attribute");
    SyntaxNode object = function.field("object");
    boolean isJoin = method != null && method.textIs("join") && model.types().typeOf(object).isAny("str", "bytes");
    return isJoin ? Verdict.WORKS : Verdict.UNKNOWN;
  }

  private static Verdict lazily(SyntaxNode call, SyntaxNode use, List<SyntaxNode> uses) {
    SyntaxNode parent = call.parent();
    if (parent == null || !parent.isAny("for_statement", "for_in_clause") || !"right".equals(call.fieldName())) {
      return Verdict.UNKNOWN;
    }
    SyntaxNode whole = parent.is("for_in_clause") ? parent.parent() : parent;
    boolean usedWithin = whole == null || uses.stream().anyMatch(other -> !other.equals(use) && whole.contains(other));
    return usedWithin ? Verdict.UNKNOWN : Verdict.WORKS;
  }

  private static Verdict comparison(SyntaxNode comparison, SyntaxNode use) {
    boolean isMembership =
      comparison.namedChildren().size() == 2 &&
      comparison.namedChildren().getLast().equals(use) &&
      comparison
        .children()
        .stream()
        .anyMatch(child -> child.isAny("in", "not in"));
    boolean isIdentity = comparison
      .children()
      .stream()
      .anyMatch(child -> child.isAny("is", "is not"));
    return isMembership || isIdentity ? Verdict.WORKS : Verdict.BREAKS;
  }

  /** Whether only the truth of a use is asked for. */
  private static boolean isTruthTest(SyntaxNode use) {
    SyntaxNode inner = use;
    for (SyntaxNode ancestor : use.ancestors()) {
      switch (ancestor.kind()) {
        case "not_operator" -> {
          return true;
        }
        case "if_statement", "elif_clause", "while_statement" -> {
          return "condition".equals(inner.fieldName());
        }
        case "if_clause", "assert_statement" -> {
          return true;
        }
        case "conditional_expression" -> {
          return ancestor.namedChildren().size() == 3 && isSame(ancestor.namedChildren().get(1), inner);
        }
        case "boolean_operator", "parenthesized_expression" -> inner = ancestor;
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isSame(@Nullable SyntaxNode one, SyntaxNode other) {
    return other.equals(one);
  }
}
