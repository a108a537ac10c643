package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A loop that makes a {@code bytes} object of each number, to hand them on one by one. */
public final class AllocationInTokenLoop implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "allocation-in-token-loop",
    Language.PYTHON,
    "an object is made for each token where one for all of them does",
    Cost.ALLOCATION,
    FixAvailability.NONE,
    Set.of("call")
  );

  /** What takes bytes piece by piece and could take them all at once: hashers, buffers, files, lists of parts. */
  private static final Set<String> TAKERS = Set.of("append", "extend", "update", "write");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    if (!isBytesOfNumber(node, model)) {
      return;
    }
    SyntaxNode loop = loopThatHandsOn(node);
    SyntaxNode head = loop == null || loop.is("for_statement") ? loop : loop.firstChild("for_in_clause");
    SyntaxNode bound = head == null ? null : head.field("left");
    if (loop == null || bound == null || !mentionsAny(node, bound)) {
      return;
    }
    String code = node.text().indexOf('\n') < 0 && node.text().length() <= 60 ? "`" + node.text() + "`" : "this";
    String message =
      code +
      " makes an object for each number of the loop: `array.array`, one `struct.pack` or numpy turn all of them into bytes at once";
    findings.accept(Finding.at(node, message).withHeatAt(loop));
  }

  /** {@code n.to_bytes(4, "little")}, {@code struct.pack("<I", n)}. */
  private static boolean isBytesOfNumber(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null || !function.is("attribute") ? null : function.field("attribute");
    if (function == null || method == null) {
      return false;
    }
    if (method.textIs("to_bytes")) {
      SyntaxNode first = Arguments.of(call).positional(0);
      return first != null && first.is("integer");
    }
    return method.textIs("pack") && Arguments.of(call).count() == 2 && model.names().is(function, "struct.pack");
  }

  /** The loop or comprehension whose turns hand the bytes on one by one; nothing for one that does more. */
  private static @Nullable SyntaxNode loopThatHandsOn(SyntaxNode bytes) {
    SyntaxNode parent = bytes.parent();
    if (parent == null) {
      return null;
    }
    if (parent.isAny("generator_expression", "list_comprehension")) {
      boolean whole = bytes.equals(parent.field("body")) && parent.firstChild("if_clause") == null;
      return whole && isJoined(parent) ? parent : null;
    }
    boolean added = parent.is("augmented_assignment") && bytes.equals(parent.field("right"));
    SyntaxNode statement = added ? parent.parent() : statementThatTakes(bytes);
    SyntaxNode block = statement == null || !statement.is("expression_statement") ? null : statement.parent();
    SyntaxNode loop = block == null ? null : block.parent();
    if (block == null || loop == null || !loop.is("for_statement")) {
      return null;
    }
    List<SyntaxNode> loops = Loops.around(bytes);
    boolean innermost = !loops.isEmpty() && loops.getFirst().equals(loop);
    return innermost && !Loops.isShort(loop) && isAllHandedOn(block) ? loop : null;
  }

  /** {@code hasher.update(bytes)} as a statement. */
  private static @Nullable SyntaxNode statementThatTakes(SyntaxNode bytes) {
    SyntaxNode arguments = bytes.parent();
    SyntaxNode call = arguments == null || !arguments.is("argument_list") ? null : arguments.parent();
    if (call == null || !call.is("call") || Arguments.of(call).count() != 1) {
      return null;
    }
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null || !function.is("attribute") ? null : function.field("attribute");
    return method != null && TAKERS.contains(method.text()) ? call.parent() : null;
  }

  /** Whether the body of a loop does nothing but hand on. */
  private static boolean isAllHandedOn(SyntaxNode block) {
    return block
      .namedChildren()
      .stream()
      .allMatch(statement -> statement.isAny("expression_statement", "comment"));
  }

  private static boolean isJoined(SyntaxNode parts) {
    SyntaxNode arguments = parts.parent();
    SyntaxNode call = parts.is("generator_expression") && arguments != null && arguments.is("call") ? arguments : null;
    if (call == null && arguments != null && arguments.is("argument_list")) {
      call = arguments.parent();
    }
    SyntaxNode function = call == null ? null : call.field("function");
    SyntaxNode object = function == null || !function.is("attribute") ? null : function.field("object");
    return function != null && object != null && object.is("string") && function.text().endsWith(".join");
  }

  private static boolean mentionsAny(SyntaxNode bytes, SyntaxNode bound) {
    return names(bound).anyMatch(name -> names(bytes).anyMatch(name::equals));
  }

  private static Stream<String> names(SyntaxNode node) {
    return Stream.concat(Stream.of(node), node.streamDescendants())
      .filter(part -> part.is("identifier"))
      .map(SyntaxNode::text);
  }
}
