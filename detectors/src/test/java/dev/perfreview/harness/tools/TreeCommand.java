package dev.perfreview.harness.tools;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextPosition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./dev tree FILE}: prints a file's syntax tree, a node a line: its field, kind, place (line:column, from 1) and text. */
final class TreeCommand {

  private static final int LONGEST_TEXT = 60;

  private TreeCommand() {}

  static int run(List<String> arguments, PrintStream out) throws IOException {
    boolean fits = arguments.size() == 1 && Language.ofFileName(arguments.getFirst()).isPresent();
    Dev.require(fits && Files.isRegularFile(Path.of(arguments.getFirst())), "tree FILE", arguments);
    Language language = Language.ofFileName(arguments.getFirst()).orElseThrow();
    String text = Files.readString(Path.of(arguments.getFirst()));
    print(SyntaxTree.snapshotOf(language, text).root(), 0, out);
    return 0;
  }

  private static void print(SyntaxNode node, int depth, PrintStream out) {
    String field = node.fieldName() == null ? "" : node.fieldName() + ": ";
    String kind = node.isNamed() ? node.kind() : "\"" + node.kind() + "\"";
    String missing = node.isMissing() ? " (missing)" : "";
    // Punctuation and keywords are their own text.
    String text = node.isNamed() && !node.children().isEmpty() ? "" : node.isNamed() ? "  " + shortened(node) : "";
    out.println("  ".repeat(depth) + field + kind + missing + " " + placeOf(node) + text);
    node.children().forEach(child -> print(child, depth + 1, out));
  }

  private static String placeOf(SyntaxNode node) {
    TextPosition start = node.snapshot().text().positionOf(node.start());
    TextPosition end = node.snapshot().text().positionOf(node.end());
    return "[%d:%d-%d:%d]".formatted(start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
  }

  private static String shortened(SyntaxNode node) {
    String text = node.text().replace("\n", "\\n").replace("\r", "\\r");
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
