package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.ImportEdits;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts the calls of a loop that only collects their results all at once, with {@code asyncio.gather}. */
final class GatherFix {

  private static final String TITLE =
    "Await them together with `asyncio.gather` (all are under way at once, and one that fails does not keep the others from being made)";

  private GatherFix() {}

  static Optional<Fix> of(SyntaxNode loop, SyntaxNode await, PythonModel model) {
    boolean commented = loop.streamDescendants().anyMatch(node -> node.is("comment"));
    boolean single =
      loop
        .streamDescendants()
        .filter(node -> node.is("await") && node.isNamed())
        .count() == 1;
    if (commented || !single) {
      return Optional.empty();
    }
    return loop.is("for_statement") ? ofStatement(loop, await, model) : ofComprehension(loop, await, model);
  }

  private static Optional<Fix> ofComprehension(SyntaxNode loop, SyntaxNode await, PythonModel model) {
    SyntaxNode body = loop.field("body");
    if (!loop.is("list_comprehension") || !await.equals(body)) {
      return Optional.empty();
    }
    String rest = loop
      .snapshot()
      .text()
      .string()
      .substring(await.end(), loop.end() - 1)
      .strip();
    return gathered(callOf(await).text() + " " + rest, loop, model, "%s");
  }

  private static Optional<Fix> ofStatement(SyntaxNode loop, SyntaxNode await, PythonModel model) {
    SyntaxNode element = loop.field("left");
    SyntaxNode iterable = loop.field("right");
    SyntaxNode list = listOf(loop, await);
    if (element == null || iterable == null || list == null || loop.field("alternative") != null) {
      return Optional.empty();
    }
    String calls = "%s for %s in %s".formatted(callOf(await).text(), element.text(), iterable.text());
    return gathered(calls, loop, model, list.text().replace("%", "%%") + ".extend(%s)");
  }

  private static Optional<Fix> gathered(String calls, SyntaxNode loop, PythonModel model, String around) {
    Optional<ImportEdits.Reference> gather = model.imports().viaModule("asyncio", "gather", List.of(loop));
    return gather.map(asyncio -> {
      List<TextEdit> edits = new ArrayList<>(asyncio.edits());
      edits.add(TextEdit.replace(loop, around.formatted("await %s(*(%s))".formatted(asyncio.expression(), calls))));
      return new Fix(TITLE, Applicability.UNSAFE, edits);
    });
  }

  private static SyntaxNode callOf(SyntaxNode await) {
    return await.namedChildren().getLast();
  }

  /** The list of a loop whose body is {@code xs.append(await f(x))}, or the same in two statements. */
  private static @Nullable SyntaxNode listOf(SyntaxNode loop, SyntaxNode await) {
    SyntaxNode body = loop.field("body");
    List<SyntaxNode> statements = body == null ? List.of() : body.namedChildren();
    return switch (statements.size()) {
      case 1 -> listAppended(statements.getFirst(), await);
      case 2 -> {
        SyntaxNode name = nameOf(statements.getFirst(), await);
        yield name == null ? null : listAppended(statements.getLast(), name);
      }
      default -> null;
    };
  }

  /** The name of {@code name = await …}. */
  private static @Nullable SyntaxNode nameOf(SyntaxNode statement, SyntaxNode await) {
    SyntaxNode assignment = statement.is("expression_statement") ? statement.namedChildren().getFirst() : null;
    boolean plain =
      assignment != null &&
      assignment.is("assignment") &&
      await.equals(assignment.field("right")) &&
      assignment.field("type") == null;
    SyntaxNode name = assignment != null && plain ? assignment.field("left") : null;
    return name != null && name.is("identifier") ? name : null;
  }

  private static @Nullable SyntaxNode listAppended(SyntaxNode statement, SyntaxNode value) {
    SyntaxNode call = statement.is("expression_statement") ? statement.namedChildren().getFirst() : null;
    SyntaxNode function = call != null && call.is("call") ? call.field("function") : null;
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (call == null || function == null || method == null || !method.textIs("append")) {
      return null;
    }
    Arguments arguments = Arguments.of(call);
    SyntaxNode argument = arguments.count() == 1 ? arguments.positional(0) : null;
    return argument != null && argument.textIs(value.text()) ? function.field("object") : null;
  }
}
