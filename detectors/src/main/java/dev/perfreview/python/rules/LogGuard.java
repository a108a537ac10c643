package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a log call only runs when somebody wants what it logs, or when something went wrong. */
final class LogGuard {

  private static final Pattern ASKS_FOR_LOGS = Pattern.compile(
    "isEnabledFor|getEffectiveLevel|debug|verbose|log_level|loglevel|log_requests|enable_log|trace",
    Pattern.CASE_INSENSITIVE
  );

  private LogGuard() {}

  /**
   * Whether the call stands under an {@code if} that asks for the level or a debug switch, after one that returns otherwise, or in an
   * {@code except} branch, where an error has cost more already.
   */
  static boolean isGuarded(SyntaxNode call) {
    SyntaxNode inner = call;
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.isAny("function_definition", "lambda")) {
        return false;
      }
      boolean guards =
        ancestor.isAny("if_statement", "elif_clause") &&
        "consequence".equals(inner.fieldName()) &&
        asksForLogs(ancestor);
      if (
        guards ||
        ancestor.isAny("except_clause", "except_group_clause") ||
        (ancestor.is("block") && leavesBefore(ancestor, inner))
      ) {
        return true;
      }
      inner = ancestor;
    }
    return false;
  }

  private static boolean asksForLogs(SyntaxNode branch) {
    SyntaxNode condition = branch.field("condition");
    return condition != null && ASKS_FOR_LOGS.matcher(condition.text()).find();
  }

  private static boolean leavesBefore(SyntaxNode block, SyntaxNode statement) {
    for (SyntaxNode earlier : block.namedChildren()) {
      if (earlier.equals(statement)) {
        return false;
      }
      SyntaxNode branch = earlier.is("if_statement") ? earlier.field("consequence") : null;
      List<SyntaxNode> statements = branch == null ? List.of() : branch.namedChildren();
      boolean leaves =
        !statements.isEmpty() &&
        statements.getLast().isAny("return_statement", "continue_statement", "break_statement");
      SyntaxNode condition = earlier.field("condition");
      if (leaves && condition != null && condition.is("not_operator") && asksForLogs(earlier)) {
        return true;
      }
    }
    return false;
  }
}
