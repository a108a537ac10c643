package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loops around a place, and what their heads say of how often they turn. */
public final class Loops {

  /** A loop over at most this many things costs little, whatever it does. */
  public static final int FEW = 8;

  /** Words in the condition of a loop that only keeps a task alive. */
  private static final Set<String> KEEP_ALIVE_WORDS = Set.of(
    "running",
    "alive",
    "active",
    "stop",
    "stopped",
    "stopping",
    "shutdown",
    "closed",
    "closing",
    "exit",
    "exiting",
    "terminate",
    "terminated",
    "set",
    "quit",
    "cancelled"
  );

  private Loops() {}

  /**
   * The {@code for} and {@code while} statements that repeat a node within its own function or class body, the innermost first. A loop
   * that is left for good once the node has run ({@code return}, {@code break}) does not repeat it.
   */
  public static List<SyntaxNode> around(SyntaxNode node) {
    List<SyntaxNode> loops = new ArrayList<>();
    SyntaxNode inner = node;
    boolean leavesAll = false;
    boolean leavesNext = false;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.isAny("function_definition", "lambda", "class_definition")) {
        break;
      }
      SyntaxNode last = ancestor.is("block") ? ancestor.lastNamedChildBut("comment") : null;
      leavesAll |= last != null && last.isAny("return_statement", "raise_statement");
      leavesNext |= last != null && last.is("break_statement");
      if (ancestor.isAny("for_statement", "while_statement") && !inner.is("else_clause")) {
        if (repeats(ancestor, inner) && !leavesAll && !leavesNext) {
          loops.add(ancestor);
        }
        leavesNext = false;
      }
      inner = ancestor;
    }
    return loops;
  }

  /** Whether a statement is a loop that runs this child of it again and again. */
  private static boolean repeats(SyntaxNode statement, SyntaxNode child) {
    return switch (statement.kind()) {
      case "for_statement" -> "body".equals(child.fieldName());
      case "while_statement" -> "body".equals(child.fieldName()) || "condition".equals(child.fieldName());
      default -> false;
    };
  }

  /** Whether a comprehension evaluates this child of it for each element. */
  public static boolean repeatsInComprehension(SyntaxNode comprehension, SyntaxNode child) {
    return (
      comprehension.isAny(
        "list_comprehension",
        "set_comprehension",
        "dictionary_comprehension",
        "generator_expression"
      ) && !child.equals(comprehension.firstChild("for_in_clause"))
    );
  }

  /** Whether a loop turns at most {@link #FEW} times: over {@code range(3)} or a short literal. */
  public static boolean isShort(SyntaxNode loop) {
    SyntaxNode iterable = loop.is("for_statement") ? loop.field("right") : null;
    if (iterable == null) {
      return false;
    }
    if (iterable.isAny("tuple", "list", "set", "dictionary")) {
      List<SyntaxNode> elements = iterable.namedChildren();
      return (
        elements.size() <= FEW &&
        elements.stream().noneMatch(element -> element.isAny("list_splat", "dictionary_splat"))
      );
    }
    if (iterable.is("call")) {
      SyntaxNode function = iterable.field("function");
      Arguments arguments = Arguments.of(iterable);
      return function != null && function.textIs("range") && arguments.count() == 1 && isFew(arguments.positional(0));
    }
    return false;
  }

  /**
   * Whether a loop goes over what one element of the loop around it holds, {@code for part in message.content} within {@code for message in
   * messages}: the parts of one thing are few beside all that there is.
   */
  public static boolean isOverPart(SyntaxNode loop) {
    SyntaxNode whole = loop.is("for_statement") ? loop.field("right") : null;
    while (whole != null && whole.is("attribute")) {
      whole = whole.field("object");
    }
    if (whole == null || !whole.is("identifier") || whole.equals(loop.field("right"))) {
      return false;
    }
    for (SyntaxNode outer : around(loop)) {
      SyntaxNode element = outer.is("for_statement") ? outer.field("left") : null;
      if (element != null && element.textIs(whole.text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node is a number of at most {@link #FEW}. */
  public static boolean isFew(@Nullable SyntaxNode number) {
    if (number == null || !number.is("integer")) {
      return false;
    }
    String digits = number.text();
    return digits.length() <= 2 && digits.chars().allMatch(Character::isDigit) && Integer.parseInt(digits) <= FEW;
  }

  /**
   * Whether a loop only keeps its task alive, so that one turn is one step of it: {@code while True}, {@code while self.running},
   * {@code while not stop_event.is_set()}.
   */
  public static boolean keepsAlive(SyntaxNode loop) {
    SyntaxNode condition = loop.is("while_statement") ? loop.field("condition") : null;
    return condition != null && isLife(condition);
  }

  private static boolean isLife(SyntaxNode condition) {
    SyntaxNode inner = switch (condition.kind()) {
      case "not_operator" -> condition.field("argument");
      case "parenthesized_expression" -> condition.namedChildren().stream().findFirst().orElse(null);
      case "call" -> condition.field("function");
      case "attribute" -> condition.field("attribute");
      default -> null;
    };
    return switch (condition.kind()) {
      case "true", "integer" -> true;
      case "identifier" -> namesLife(condition.text());
      default -> inner != null && isLife(inner);
    };
  }

  private static boolean namesLife(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      if (KEEP_ALIVE_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
