package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places of a file that run rarely whatever is around them: tests, {@code main}, what initialises statics, and the branches that make
 * or report an error. Constructors and {@code Drop} are not among them: what is built for each request is hot.
 */
final class ColdPlaces {

  private static final Set<String> ERROR_CLOSURES = Set.of("map_err", "ok_or_else", "with_context");
  private static final Set<String> INITIALISERS = Set.of("call_once", "get_or_init", "get_or_try_init");
  private static final Set<String> LAZY_TYPES = Set.of("LazyLock", "LazyCell", "Lazy", "AsyncLazy");
  private static final Set<String> FORMATTING_TRAITS = Set.of("Debug", "Display");
  private static final Set<String> LAZY_MACROS = Set.of("lazy_static", "thread_local");

  /** The macros of {@code tracing} and {@code log} from the level of a warning up. */
  private static final Set<String> TROUBLE = Set.of("warn", "error");

  /** A variant for a failure; {@code TryRecvError::Empty} is none. */
  private static final Pattern FAILURE = Pattern.compile("\\b[A-Z]\\w*(Error|Failed|Failure)\\b(?!::)");

  private ColdPlaces() {}

  /** Why the node runs rarely, as it reads after "cold: "; nothing when it does not. */
  static @Nullable String reasonAt(SyntaxNode node) {
    SyntaxNode child = node;
    String own = reasonOf(node, node);
    if (own != null) {
      return own;
    }
    for (SyntaxNode ancestor : node.ancestors()) {
      String reason = reasonOf(ancestor, child);
      if (reason != null) {
        return reason;
      }
      child = ancestor;
    }
    return null;
  }

  private static @Nullable String reasonOf(SyntaxNode place, SyntaxNode child) {
    return switch (place.kind()) {
      case "static_item" -> "initialises a static";
      case "const_item" -> "evaluated by the compiler";
      case "return_expression" -> returnsError(place) ? "on the way out with an error" : null;
      case "macro_invocation" -> macroReason(place);
      case "closure_expression" -> closureReason(place);
      case "match_arm" -> armReason(place, child);
      case "block" -> branchReason(place);
      case "function_item" -> ColdFunctions.reasonOf(place);
      case "mod_item" -> Attributes.markTest(place) ? "in a test module" : null;
      case "impl_item" -> implReason(place);
      default -> null;
    };
  }

  private static @Nullable String macroReason(SyntaxNode macro) {
    if (Macros.makesError(macro)) {
      return "on the way out with an error";
    }
    String name = Macros.nameOf(macro);
    return name != null && LAZY_MACROS.contains(name) ? "initialises a static" : null;
  }

  private static @Nullable String closureReason(SyntaxNode closure) {
    SyntaxNode call = Calls.callTaking(closure);
    String name = call == null ? null : Calls.nameOf(call);
    if (call == null || name == null) {
      return null;
    }
    if (ERROR_CLOSURES.contains(name)) {
      return "in a closure that makes an error";
    }
    if (INITIALISERS.contains(name) || makesLazy(call, name)) {
      return "initialises a value once";
    }
    SyntaxNode body = closure.field("body");
    return name.equals("unwrap_or_else") && body != null && diverges(body) ? "in a closure that panics" : null;
  }

  private static boolean makesLazy(SyntaxNode call, String name) {
    SyntaxNode function = call.field("function");
    List<String> segments = function == null || !name.equals("new") ? null : RustPaths.segmentsOf(function);
    return segments != null && segments.size() > 1 && LAZY_TYPES.contains(segments.get(segments.size() - 2));
  }

  private static @Nullable String branchReason(SyntaxNode block) {
    if (!isBranch(block)) {
      return null;
    }
    return endsInError(block) || (leaves(block) && isForError(block))
      ? "in a branch that ends with an error"
      : logsTrouble(block)
        ? "in a branch that begins with a warning"
        : null;
  }

  /** Whether a block is the branch of {@code if let Err(error) = …}. */
  private static boolean isForError(SyntaxNode block) {
    SyntaxNode choice = block.parent();
    SyntaxNode condition =
      choice != null && choice.is("if_expression") && "consequence".equals(block.fieldName())
        ? choice.field("condition")
        : null;
    SyntaxNode pattern = condition == null ? null : condition.field("pattern");
    return pattern != null && isError(pattern.text());
  }

  /** Whether a block begins by logging at a level that serving as usual never reaches. */
  private static boolean logsTrouble(SyntaxNode block) {
    SyntaxNode first = Comments.without(block.namedChildren()).stream().findFirst().orElse(null);
    List<SyntaxNode> parts = first == null || !first.is("expression_statement") ? List.of() : first.namedChildren();
    SyntaxNode macro = parts.isEmpty() ? first : parts.getFirst();
    String name = macro != null && macro.is("macro_invocation") ? Macros.nameOf(macro) : null;
    return name != null && TROUBLE.contains(name);
  }

  private static @Nullable String armReason(SyntaxNode arm, SyntaxNode child) {
    SyntaxNode value = arm.field("value");
    if (value == null || value.index() != child.index()) {
      return null;
    }
    SyntaxNode pattern = arm.field("pattern");
    boolean error = pattern != null && isError(pattern.text()) && leaves(value);
    return error || diverges(value) ? "in a match arm that ends with an error" : null;
  }

  /** Whether a pattern takes failures only: {@code Err(_)}, {@code Some(Reply::InternalError(error))}. */
  private static boolean isError(String pattern) {
    return pattern.startsWith("Err(") || (pattern.indexOf('|') < 0 && FAILURE.matcher(pattern).find());
  }

  /** Whether an expression is, or is a block that ends with, a {@code return}, {@code break} or {@code continue}. */
  private static boolean leaves(SyntaxNode expression) {
    SyntaxNode last = expression.is("block") ? lastOf(expression) : expression;
    return last != null && last.isAny("return_expression", "break_expression", "continue_expression");
  }

  private static @Nullable String implReason(SyntaxNode impl) {
    if (Attributes.markTest(impl)) {
      return "in test code";
    }
    SyntaxNode trait = impl.field("trait");
    List<String> segments = trait == null ? null : RustPaths.segmentsOf(trait);
    if (segments != null && FORMATTING_TRAITS.contains(segments.getLast())) {
      return "in a `" + segments.getLast() + "` implementation";
    }
    return null;
  }

  /** Whether a block is a branch of a function, not its body or that of a loop. */
  private static boolean isBranch(SyntaxNode block) {
    SyntaxNode parent = block.parent();
    return parent != null && parent.isAny("if_expression", "else_clause", "let_declaration", "match_arm");
  }

  /** Whether a block's last statement returns an error, panics or ends the process. */
  private static boolean endsInError(SyntaxNode block) {
    SyntaxNode last = lastOf(block);
    return last != null && !last.is("block") && diverges(last);
  }

  /** The expression that a block ends with, a semicolon after it or not. */
  private static @Nullable SyntaxNode lastOf(SyntaxNode block) {
    SyntaxNode last = null;
    for (SyntaxNode child : block.namedChildren()) {
      if (!child.isAny("line_comment", "block_comment", "empty_statement")) {
        last = child;
      }
    }
    if (last != null && last.is("expression_statement")) {
      List<SyntaxNode> children = last.namedChildren();
      last = children.isEmpty() ? null : children.getFirst();
    }
    return last;
  }

  /** Whether an expression returns an error, panics or ends the process. */
  private static boolean diverges(SyntaxNode expression) {
    return switch (expression.kind()) {
      case "return_expression" -> returnsError(expression);
      case "macro_invocation" -> Macros.makesError(expression);
      case "call_expression" -> isCallOf(expression, "process::exit", "Err");
      case "block" -> endsInError(expression);
      default -> false;
    };
  }

  private static boolean returnsError(SyntaxNode returned) {
    List<SyntaxNode> value = returned.namedChildren();
    if (value.isEmpty()) {
      return false;
    }
    SyntaxNode first = value.getFirst();
    return Macros.makesError(first) || (first.is("call_expression") && (isCallOf(first, "Err") || answersError(first)));
  }

  /** Whether a call makes the answer to a request that failed: {@code internal_error(state, error)}. */
  private static boolean answersError(SyntaxNode call) {
    String name = Calls.nameOf(call);
    return name != null && (name.endsWith("_error") || name.endsWith("_error_response"));
  }

  private static boolean isCallOf(SyntaxNode call, String... names) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return false;
    }
    String called = function.text();
    for (String name : names) {
      if (called.equals(name) || called.endsWith("::" + name)) {
        return true;
      }
    }
    return false;
  }
}
