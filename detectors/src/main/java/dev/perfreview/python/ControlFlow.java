package dev.perfreview.python;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a line stands in the control flow: in which function, in a loop over data, on a cold branch. */
final class ControlFlow {

  private static final Set<String> START_UP_FUNCTIONS = Set.of(
    "__init__",
    "__post_init__",
    "__init_subclass__",
    "__set_name__"
  );
  private static final Set<String> SHUTDOWN_FUNCTIONS = Set.of(
    "shutdown",
    "cleanup",
    "teardown",
    "tear_down",
    "__del__"
  );
  private static final Set<String> COMMAND_LINE_FUNCTIONS = Set.of(
    "add_cli_args",
    "add_arguments",
    "parse_args",
    "from_cli_args"
  );

  /** Logging methods from {@code WARNING} up, and what is often wrapped round them to log a thing once. */
  private static final Set<String> TROUBLE = Set.of(
    "warning",
    "warn",
    "warning_once",
    "error",
    "exception",
    "critical"
  );

  /** A test or a measurement that stands beside what it tries, as those of kernels do: {@code test2}. */
  private static final Pattern TEST = Pattern.compile("(test|bench|benchmark)(_.*|\\d*)");

  private final ScopeTree scopes;
  private final PythonFunctions functions;

  ControlFlow(ScopeTree scopes, PythonFunctions functions) {
    this.scopes = scopes;
    this.functions = functions;
  }

  /** Whether a function runs once an object, when that is made. */
  static boolean isConstructor(Scope function) {
    return START_UP_FUNCTIONS.contains(function.simpleName());
  }

  Placement placementOf(SyntaxNode node) {
    Scope scope = scopes.scopeOf(node);
    Scope definition = scope.definition();
    CodeFunction function = functions.at(definition);
    List<SyntaxNode> loops = Loops.around(node)
      .stream()
      .filter(loop -> !Loops.isShort(loop) && !Loops.keepsAlive(loop))
      .toList();
    boolean eachTurn = false;
    boolean onBranch = false;
    String cold = null;
    SyntaxNode inner = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.equals(definition.node())) {
        break;
      }
      boolean repeats = loops.contains(ancestor) || Loops.repeatsInComprehension(ancestor, inner);
      eachTurn |= repeats && !onBranch;
      onBranch = !repeats && (onBranch || isBranch(ancestor, inner));
      cold = cold == null ? coldBranch(ancestor, inner) : cold;
      inner = ancestor;
    }
    if (cold == null) {
      cold = function == null ? outsideFunctions(scope, definition) : coldFunction(definition);
    }
    return new Placement(function, Recurrence.of(eachTurn, onBranch), cold);
  }

  /** Whether some runs of {@code ancestor} leave {@code child} out. */
  private static boolean isBranch(SyntaxNode ancestor, SyntaxNode child) {
    return (
      ancestor.isAny("elif_clause", "case_clause", "except_clause", "except_group_clause") ||
      (ancestor.is("if_statement") && !"condition".equals(child.fieldName()))
    );
  }

  /** Why a branch runs rarely, when {@code ancestor} is one. */
  private static @Nullable String coldBranch(SyntaxNode ancestor, SyntaxNode child) {
    return switch (ancestor.kind()) {
      case "raise_statement" -> "in a raise";
      case "block" -> EndlessLoop.isAfter(ancestor, child)
        ? "before the loop that the function stays in"
        : coldBlock(ancestor);
      case "conditional_expression" -> isForNothing(ancestor, child) ? "for an empty input only" : null;
      case "if_statement" -> "consequence".equals(child.fieldName()) ? coldCondition(ancestor) : null;
      default -> null;
    };
  }

  /** Whether a value is the one for when there is nothing: {@code longest(xs) if len(xs) > 0 else value}. */
  private static boolean isForNothing(SyntaxNode choice, SyntaxNode value) {
    List<SyntaxNode> parts = choice.namedChildren();
    String condition = parts.size() == 3 ? parts.get(1).text() : "";
    return (
      condition.startsWith("len(") &&
      ((condition.endsWith(") > 0") && parts.getLast().equals(value)) ||
        (condition.endsWith(") == 0") && parts.getFirst().equals(value)))
    );
  }

  private static @Nullable String coldBlock(SyntaxNode block) {
    SyntaxNode owner = block.parent();
    if (owner == null) {
      return null;
    }
    boolean handler = owner.isAny("except_clause", "except_group_clause");
    if (!handler && !owner.isAny("if_statement", "elif_clause", "else_clause", "case_clause")) {
      return null;
    }
    if (endsInRaise(block)) {
      return handler ? "in an except branch that raises" : "on a branch that raises";
    }
    if (handler && catchesAnything(owner)) {
      return "in an except branch for any error";
    }
    return logsTrouble(block) ? "on a branch that logs a warning" : null;
  }

  /** Whether a handler is for errors that nobody foresaw, rather than for one that steers the program, such as {@code queue.Empty}. */
  private static boolean catchesAnything(SyntaxNode handler) {
    for (SyntaxNode child : handler.namedChildren()) {
      if (child.isAny("block", "comment")) {
        continue;
      }
      SyntaxNode caught = child.is("as_pattern") ? child.namedChildren().getFirst() : child;
      return (
        isAnyError(caught) || (caught.is("tuple") && caught.namedChildren().stream().anyMatch(ControlFlow::isAnyError))
      );
    }
    return true;
  }

  private static boolean isAnyError(SyntaxNode caught) {
    return caught.textIs("Exception") || caught.textIs("BaseException");
  }

  /** Whether the block itself, not one within it, logs at a level that serving as usual never reaches. */
  private static boolean logsTrouble(SyntaxNode block) {
    for (SyntaxNode statement : block.namedChildren()) {
      SyntaxNode call = statement.is("expression_statement") ? statement.namedChildren().getFirst() : null;
      SyntaxNode method = call != null && call.is("call") ? call.field("function") : null;
      SyntaxNode name = method != null && method.is("attribute") ? method.field("attribute") : null;
      if (name != null && TROUBLE.contains(name.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInRaise(SyntaxNode block) {
    List<SyntaxNode> statements = block.namedChildren();
    for (int last = statements.size() - 1; last >= 0; last--) {
      if (!statements.get(last).is("comment")) {
        return statements.get(last).is("raise_statement");
      }
    }
    return false;
  }

  private static @Nullable String coldCondition(SyntaxNode statement) {
    SyntaxNode condition = statement.field("condition");
    if (condition == null) {
      return null;
    }
    if (condition.textIs("TYPE_CHECKING") || condition.textIs("typing.TYPE_CHECKING")) {
      return "under `if TYPE_CHECKING`";
    }
    if (HighWaterMark.isRaised(statement, condition)) {
      return "on a branch that is taken when something is larger than ever before";
    }
    boolean isScript = condition.is("comparison_operator") && condition.text().startsWith("__name__");
    return isScript ? "under `if __name__ == \"__main__\"`" : null;
  }

  private static @Nullable String outsideFunctions(Scope scope, Scope definition) {
    for (Scope inner = scope; inner != null && !inner.equals(definition); inner = inner.parent()) {
      if (inner.is(Scope.Kind.LAMBDA)) {
        return null;
      }
    }
    return definition.is(Scope.Kind.CLASS) ? "in a class body" : "at module level";
  }

  private static @Nullable String coldFunction(Scope function) {
    String name = function.simpleName();
    if (isConstructor(function)) {
      return "in `" + name + "`";
    }
    if (COMMAND_LINE_FUNCTIONS.contains(name)) {
      return "in argument parsing";
    }
    if (name.equals("main") || name.equals("async_main")) {
      return "in `" + name + "`";
    }
    if (SHUTDOWN_FUNCTIONS.contains(name)) {
      return "at shutdown";
    }
    if (name.contains("lifespan") || runsAtStartUp(function.node()) || StartUp.isCoroutineOf(function)) {
      return "at start-up or shutdown";
    }
    if (remembersItsResults(function.node())) {
      return "in a function that remembers its results";
    }
    if (StartUp.takesCommandLine(function.node())) {
      return "in a program's command";
    }
    if (StartUp.isDecorator(function)) {
      return "when something is decorated";
    }
    return isTest(function) ? "in a test" : null;
  }

  private static boolean runsAtStartUp(SyntaxNode function) {
    return isDecorated(function, decorator -> decorator.contains(".on_event("));
  }

  private static boolean remembersItsResults(SyntaxNode function) {
    return isDecorated(
      function,
      decorator ->
        decorator.contains("lru_cache") ||
        decorator.contains("functools.cache") ||
        decorator.contains("cached_property")
    );
  }

  private static boolean isDecorated(SyntaxNode function, Predicate<String> by) {
    SyntaxNode decorated = function.parent();
    return (
      decorated != null &&
      decorated.is("decorated_definition") &&
      decorated
        .namedChildren()
        .stream()
        .anyMatch(child -> child.is("decorator") && by.test(child.text()))
    );
  }

  private static boolean isTest(Scope function) {
    for (Scope scope = function; scope != null; scope = scope.parent()) {
      String name = scope.simpleName();
      boolean test =
        (scope.is(Scope.Kind.FUNCTION) && TEST.matcher(name).matches()) ||
        (scope.is(Scope.Kind.CLASS) && (name.startsWith("Test") || name.endsWith("TestCase")));
      if (test) {
        return true;
      }
    }
    return false;
  }
}
