package dev.perfreview.python;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How fixes refer to names of other modules: by an import that is there, else by one that they add. */
public final class ImportEdits {

  private final PythonModel model;

  ImportEdits(PythonModel model) {
    this.model = model;
  }

  /**
   * How a place can write a name of another module.
   *
   * @param expression what to write
   * @param edits the import to add; empty when there is one already
   */
  public record Reference(String expression, List<TextEdit> edits) {}

  /**
   * How to write a name of a module at some places, adding {@code import module} where nothing suitable is imported yet. Nothing when
   * the module's name means something else at one of the places.
   */
  public Optional<Reference> viaModule(String module, String name, List<SyntaxNode> places) {
    Variable bound = model.scopes().module().variable(module);
    if (!meansModuleScope(module, places) || (bound != null && !module.equals(QualifiedNames.importedAs(bound)))) {
      return Optional.empty();
    }
    List<TextEdit> edits = bound == null ? List.of(insertion("import " + module, module)) : List.of();
    return Optional.of(new Reference(module + "." + name, edits));
  }

  /** How to write a name of a module, preferring and adding {@code from module import name}. */
  public Optional<Reference> fromModule(String module, String name, List<SyntaxNode> places) {
    Variable bound = model.scopes().module().variable(name);
    String dottedName = module + "." + name;
    if (bound != null && dottedName.equals(QualifiedNames.importedAs(bound)) && meansModuleScope(name, places)) {
      return Optional.of(new Reference(name, List.of()));
    }
    Variable whole = model.scopes().module().variable(module);
    if (whole != null && module.equals(QualifiedNames.importedAs(whole)) && meansModuleScope(module, places)) {
      return Optional.of(new Reference(dottedName, List.of()));
    }
    if (bound != null || !meansModuleScope(name, places)) {
      return Optional.empty();
    }
    return Optional.of(new Reference(name, List.of(insertion("from " + module + " import " + name, module))));
  }

  private boolean meansModuleScope(String name, List<SyntaxNode> places) {
    Variable atTop = model.scopes().module().variable(name);
    for (SyntaxNode place : places) {
      Variable there = model.scopes().resolve(name, model.scopes().scopeOf(place));
      if (there != null && !there.equals(atTop)) {
        return false;
      }
    }
    return true;
  }

  /** Adds an import statement where a reader would look for it: in the first block of imports, in the order of the modules. */
  private TextEdit insertion(String statement, String module) {
    SourceText text = model.syntax().text();
    List<SyntaxNode> block = firstImports();
    boolean from = statement.startsWith("from ");
    for (SyntaxNode existing : block) {
      boolean sameForm = existing.is("import_from_statement") == from;
      if ((sameForm && moduleOf(existing).compareTo(module) > 0) || (!from && !sameForm)) {
        return TextEdit.insert(text.lineStart(existing.line()), statement + text.lineSeparator());
      }
    }
    if (!block.isEmpty()) {
      return afterLine(block.getLast(), statement);
    }
    SyntaxNode last = lastOfPreamble();
    return last == null ? atTop(statement) : afterLine(last, statement);
  }

  private TextEdit afterLine(SyntaxNode node, String statement) {
    SourceText text = model.syntax().text();
    int lineEnd = text.lineEnd(text.lineOf(Math.max(node.start(), node.end() - 1)));
    return TextEdit.insert(lineEnd, text.lineSeparator() + statement);
  }

  private TextEdit atTop(String statement) {
    SourceText text = model.syntax().text();
    for (SyntaxNode child : model.syntax().root().namedChildren()) {
      if (!child.is("comment")) {
        return TextEdit.insert(text.lineStart(child.line()), statement + text.lineSeparator() + text.lineSeparator());
      }
    }
    return TextEdit.insert(0, statement + text.lineSeparator());
  }

  private static String moduleOf(SyntaxNode statement) {
    SyntaxNode module = statement.field("module_name");
    SyntaxNode name = module == null ? statement.field("name") : module;
    return name == null ? "" : name.text();
  }

  /** The first import statements of the file that follow each other line by line. */
  private List<SyntaxNode> firstImports() {
    List<SyntaxNode> block = new ArrayList<>();
    for (SyntaxNode child : model.syntax().root().namedChildren()) {
      boolean isImport = child.isAny("import_statement", "import_from_statement");
      boolean follows = block.isEmpty() || child.line() == endLine(block.getLast()) + 1;
      if (isImport && follows) {
        block.add(child);
      } else if (!block.isEmpty()) {
        break;
      } else if (!isPreamble(child)) {
        return List.of();
      }
    }
    return block;
  }

  private @Nullable SyntaxNode lastOfPreamble() {
    SyntaxNode last = null;
    for (SyntaxNode child : model.syntax().root().namedChildren()) {
      if (!isPreamble(child)) {
        break;
      }
      last = child.is("comment") ? last : child;
    }
    return last;
  }

  /** Comments, the docstring and {@code from __future__} imports, which must stay before all other statements. */
  private static boolean isPreamble(SyntaxNode statement) {
    return (
      statement.isAny("comment", "future_import_statement") ||
      (statement.is("expression_statement") &&
        statement.namedChildren().size() == 1 &&
        statement.namedChildren().getFirst().isAny("string", "concatenated_string"))
    );
  }

  private static int endLine(SyntaxNode node) {
    return node
      .snapshot()
      .text()
      .lineOf(Math.max(node.start(), node.end() - 1));
  }
}
