package dev.perfreview.semantics.workspace;

import dev.perfreview.syntax.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one file tells the others: all that is kept of a file that is not open. Immutable.
 *
 * @param path its path from the workspace folder, with {@code /}
 * @param language its language
 * @param module what its declarations' full names start with, in the notation of the language
 * @param types its classes or structs
 * @param functions its functions, nested ones among them
 * @param names names that it makes of others': imports and re-exports, with the full name that each stands for; those behind a
 *     {@code *} are under {@code *}, joined by spaces
 * @param variables its module-level variables, constants and statics with their types
 */
public record FileFacts(
  String path,
  Language language,
  String module,
  List<TypeFacts> types,
  List<FunctionFacts> functions,
  Map<String, String> names,
  Map<String, String> variables
) {
  public FileFacts {
    types = List.copyOf(types);
    functions = List.copyOf(functions);
    names = Map.copyOf(names);
    variables = Map.copyOf(variables);
  }

  /** The function of a qualified name; nothing when it has none or several. */
  public @Nullable FunctionFacts function(String name) {
    FunctionFacts found = null;
    for (FunctionFacts function : functions) {
      if (function.name().equals(name)) {
        if (found != null) {
          return null;
        }
        found = function;
      }
    }
    return found;
  }

  /** The class or struct of a qualified name. */
  public @Nullable TypeFacts type(String name) {
    for (TypeFacts type : types) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  /**
   * Whether another version of the file tells the others the same, whatever has moved in it: what was concluded from this one holds
   * for that one.
   */
  public boolean tellsTheSameAs(FileFacts other) {
    return (
      path.equals(other.path) &&
      language == other.language &&
      declaresTheSameAs(other) &&
      functionsWithoutLines().equals(other.functionsWithoutLines())
    );
  }

  /** Whether another version of the file gives its names the same meanings, but for what its functions do. */
  boolean declaresTheSameAs(FileFacts other) {
    return (
      module.equals(other.module) &&
      types.equals(other.types) &&
      names.equals(other.names) &&
      variables.equals(other.variables)
    );
  }

  private List<FunctionFacts> functionsWithoutLines() {
    Map<String, Integer> seen = new HashMap<>();
    return functions
      .stream()
      .map(function -> function.withoutLines(seen.merge(function.name(), 1, Integer::sum)))
      .toList();
  }
}
