package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.ImportEdits;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.BlockingOperation;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fix of a blocking call: {@code asyncio.sleep} for a sleep, {@code asyncio.to_thread} for what another thread may do. */
final class BlockingCallFix {

  private BlockingCallFix() {}

  static Optional<Fix> of(SyntaxNode call, SyntaxNode function, BlockingOperation operation, PythonModel model) {
    boolean possible = operation.isMovable() && model.asyncContext().canAwait(call) && !isUnderLock(call, model);
    if (!possible) {
      return Optional.empty();
    }
    return operation == BlockingOperation.SLEEP ? sleep(call, function, model) : toThread(call, function, model);
  }

  /** Makes a call that any thread can make on another one. */
  static Optional<Fix> onAnotherThread(SyntaxNode call, SyntaxNode function, PythonModel model) {
    boolean possible = model.asyncContext().canAwait(call) && !isUnderLock(call, model);
    return possible ? toThread(call, function, model) : Optional.empty();
  }

  /** An {@code await} while a lock is held would keep other threads out for as long as the coroutine is suspended. */
  private static boolean isUnderLock(SyntaxNode call, PythonModel model) {
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.is("function_definition")) {
        return false;
      }
      SyntaxNode clause =
        ancestor.is("with_statement") && ancestor.firstChild("async") == null
          ? ancestor.firstChild("with_clause")
          : null;
      if (
        clause != null &&
        clause
          .namedChildren()
          .stream()
          .anyMatch(item -> isLock(item, model))
      ) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLock(SyntaxNode item, PythonModel model) {
    SyntaxNode value = item.field("value");
    return (
      value != null &&
      (model.types().typeOf(value).name().startsWith("threading.") ||
        value.text().toLowerCase(Locale.ROOT).contains("lock"))
    );
  }

  private static Optional<Fix> sleep(SyntaxNode call, SyntaxNode function, PythonModel model) {
    Arguments arguments = Arguments.of(call);
    if (arguments.count() != 1 || arguments.positional().size() != 1 || arguments.hasSplat()) {
      return Optional.empty();
    }
    return model
      .imports()
      .viaModule("asyncio", "sleep", List.of(call))
      .map(asyncio -> {
        List<TextEdit> edits = new ArrayList<>(asyncio.edits());
        edits.add(TextEdit.replace(function, "await " + asyncio.expression()));
        return new Fix("Await `asyncio.sleep` instead", Applicability.SAFE, edits);
      });
  }

  private static Optional<Fix> toThread(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode arguments = call.field("arguments");
    if (arguments == null || !arguments.is("argument_list") || isGiven(call)) {
      return Optional.empty();
    }
    Optional<ImportEdits.Reference> reference = model.imports().viaModule("asyncio", "to_thread", List.of(call));
    return reference.map(asyncio -> {
      boolean operand = isOperandOfSuffix(call);
      String separator = arguments.namedChildren().isEmpty() ? "" : startsNewLine(arguments) ? "," : ", ";
      List<TextEdit> edits = new ArrayList<>(asyncio.edits());
      edits.add(
        new TextEdit(
          new TextRange(call.start(), arguments.start() + 1),
          (operand ? "(" : "") + "await " + asyncio.expression() + "(" + function.text() + separator
        )
      );
      if (operand) {
        edits.add(TextEdit.insert(call.end(), ")"));
      }
      return new Fix(
        "Run it on another thread with `asyncio.to_thread` (other coroutines run in between, and it must be safe to call there)",
        Applicability.UNSAFE,
        edits
      );
    });
  }

  /** Whether the result goes straight into something that must stay on this thread: a {@code with} or a {@code for} head. */
  private static boolean isGiven(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    return parent == null || parent.isAny("with_item", "as_pattern", "for_statement", "for_in_clause", "decorator");
  }

  private static boolean startsNewLine(SyntaxNode arguments) {
    String text = arguments.text();
    return text.length() > 1 && (text.charAt(1) == '\n' || text.charAt(1) == '\r');
  }

  /** Whether a dot, brackets or parentheses follow, which bind tighter than {@code await}. */
  private static boolean isOperandOfSuffix(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    return (
      parent != null &&
      (parent.is("attribute") ||
        (parent.is("subscript") && "value".equals(call.fieldName())) ||
        (parent.is("call") && "function".equals(call.fieldName())))
    );
  }
}
