package dev.perfreview.server.starter;

import dev.perfreview.analysis.LanguageSupport;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions with a loop that takes one message after the other. */
final class EventLoops {

  /** What a text has that has such a loop, one of each: most files need no parsing. */
  private static final Pattern LOOP = Pattern.compile("\\bwhile (?:True|1|not|let)\\b|\\bloop \\{");
  private static final Pattern TAKE = Pattern.compile(
    "\\.(?:recv\\w*|receive\\w*|poll|accept|get|get_nowait|next|select_next_some)\\("
  );

  private static final Set<String> PYTHON_TAKES = Set.of("poll", "accept", "get_nowait");
  private static final Set<String> RUST_TAKES = Set.of("next", "accept", "select_next_some");
  private static final Pattern SELECTS = Pattern.compile("\\.\\s*(recv|recv_many|next|accept)\\s*\\(");

  private EventLoops() {}

  /**
   * The names of the functions of a file that have one, with those of the classes around them.
   *
   * @param path the file's path from the folder
   */
  static List<String> in(String path, Language language, String text) {
    if (!LOOP.matcher(text).find() || !TAKE.matcher(text).find()) {
      return List.of();
    }
    SyntaxSnapshot syntax;
    try {
      syntax = SyntaxTree.snapshotOf(language, text);
    } catch (ParseTimeoutException tooLong) {
      return List.of();
    }
    List<SyntaxNode> loops = new ArrayList<>();
    for (SyntaxNode node : syntax.root().descendants()) {
      if (isEndless(node) && takesMessages(node, language)) {
        loops.add(node);
      }
    }
    if (loops.isEmpty()) {
      return List.of();
    }
    SemanticModel model = LanguageSupport.of(language).modelOf(syntax, path, Workspace.EMPTY);
    return loops
      .stream()
      // Tests stand in the same file in Rust.
      .filter(loop -> model.placementOf(loop).cold() == null)
      .flatMap(loop -> around(loop, model.functions()).stream())
      .map(CodeFunction::qualifiedName)
      .distinct()
      .toList();
  }

  private static boolean isEndless(SyntaxNode node) {
    return switch (node.kind()) {
      case "while_statement" -> {
        SyntaxNode condition = node.field("condition");
        yield condition != null && (condition.isAny("true", "not_operator") || condition.textIs("1"));
      }
      case "loop_expression", "while_expression" -> true;
      default -> false;
    };
  }

  private static boolean takesMessages(SyntaxNode loop, Language language) {
    for (SyntaxNode node : loop.descendants()) {
      boolean takes = switch (language) {
        case PYTHON -> node.is("call") && takesInPython(node);
        case RUST -> node.is("macro_invocation")
          ? node.text().contains("select!") && SELECTS.matcher(node.text()).find()
          : node.is("await_expression") && takesInRust(node);
      };
      if (takes) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesInPython(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    if (function == null || !function.is("attribute")) {
      return false;
    }
    SyntaxNode name = function.field("attribute");
    SyntaxNode object = function.field("object");
    if (name == null || object == null) {
      return false;
    }
    boolean fromQueue = name.textIs("get") && object.text().toLowerCase(Locale.ROOT).contains("queue");
    return (
      fromQueue ||
      name.text().startsWith("recv") ||
      name.text().startsWith("receive") ||
      PYTHON_TAKES.contains(name.text())
    );
  }

  private static boolean takesInRust(SyntaxNode await) {
    SyntaxNode call = await.namedChildren().isEmpty() ? null : await.namedChildren().getFirst();
    SyntaxNode function = call == null ? null : call.field("function");
    SyntaxNode name = function == null ? null : function.field("field");
    return name != null && (name.text().startsWith("recv") || RUST_TAKES.contains(name.text()));
  }

  private static Optional<CodeFunction> around(SyntaxNode loop, List<CodeFunction> functions) {
    CodeFunction innermost = null;
    for (CodeFunction function : functions) {
      boolean closer = innermost == null || innermost.declaration().contains(function.declaration());
      if (closer && function.declaration().contains(loop)) {
        innermost = function;
      }
    }
    return Optional.ofNullable(innermost);
  }
}
