package dev.perfreview.rust.guards;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells guards through which nothing is changed. A variable that is not {@code mut} gives no mutable access to what it guards; what is
 * called on it must be known to only read, since values that can be changed behind a shared reference may be kept apart by the lock.
 */
public final class ReadOnlyGuard {

  private static final Set<String> READS = Set.of(
    "as_deref",
    "as_ref",
    "as_slice",
    "as_str",
    "binary_search",
    "capacity",
    "chars",
    "clone",
    "contains",
    "contains_key",
    "ends_with",
    "first",
    "get",
    "is_empty",
    "is_none",
    "is_some",
    "iter",
    "key",
    "keys",
    "last",
    "len",
    "peek",
    "starts_with",
    "to_owned",
    "to_string",
    "to_vec",
    "value",
    "values"
  );

  private static final Set<String> FORMATS = Set.of(
    "debug",
    "error",
    "format",
    "info",
    "println",
    "trace",
    "warn",
    "assert",
    "assert_eq"
  );

  private ReadOnlyGuard() {}

  /** Whether nothing is changed through the guard; {@code false} where it is not used, or used in a way that is not known. */
  public static boolean isOnlyRead(Guard guard) {
    if (guard.owner() instanceof Owner.Temporary) {
      return isRead(guard.acquisition().guard());
    }
    List<Owner.Variable> variables = guard.variables();
    if (variables.size() != 1 || isMutable(variables.getFirst().name())) {
      return false;
    }
    GuardUses uses = GuardUses.of(guard);
    String name = variables.getFirst().name().text();
    List<SyntaxNode> own = uses
      .nodes()
      .stream()
      .filter(use -> use.textIs(name))
      .toList();
    return !own.isEmpty() && !name.startsWith("_") && own.stream().allMatch(ReadOnlyGuard::isRead);
  }

  private static boolean isMutable(SyntaxNode declared) {
    SyntaxNode parent = declared.parent();
    return parent != null && (parent.is("mut_pattern") || parent.firstChild("mutable_specifier") != null);
  }

  /** Whether an expression with the guard as its value only reads what is guarded. */
  private static boolean isRead(SyntaxNode value) {
    SyntaxNode parent = value.parent();
    if (parent == null) {
      return false;
    }
    return switch (parent.kind()) {
      case "field_expression" -> {
        SyntaxNode call = Calls.methodCallOn(value);
        yield call == null ? isReadPlace(parent) : READS.contains(String.valueOf(Calls.nameOf(call)));
      }
      case "unary_expression" -> parent.firstChild("*") != null && isReadPlace(parent);
      case "index_expression" -> parent.namedChildren().getFirst().equals(value) && isReadPlace(parent);
      case "token_tree" -> isFormatted(value);
      default -> false;
    };
  }

  /** Whether a place behind the guard is compared, copied or looked into. */
  private static boolean isReadPlace(SyntaxNode place) {
    SyntaxNode parent = place.parent();
    if (parent == null) {
      return false;
    }
    return switch (parent.kind()) {
      case "binary_expression", "let_declaration", "match_expression", "arguments" -> true;
      case "field_expression" -> {
        SyntaxNode call = Calls.methodCallOn(place);
        yield call == null ? isReadPlace(parent) : READS.contains(String.valueOf(Calls.nameOf(call)));
      }
      case "parenthesized_expression" -> isReadPlace(parent);
      default -> false;
    };
  }

  private static boolean isFormatted(SyntaxNode token) {
    SyntaxNode macro = token.enclosing("macro_invocation");
    @Nullable
    String name = macro == null ? null : Macros.nameOf(macro);
    SyntaxNode next = token.nextSibling();
    boolean calls = next != null && next.textIs(".");
    return name != null && FORMATS.contains(name) && !calls;
  }
}
