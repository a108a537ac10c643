package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import statement binds: each local name with the dotted name it stands for. */
final class ImportBindings {

  private ImportBindings() {}

  /** The bindings of an {@code import_statement} or {@code import_from_statement}. */
  static List<Binding> of(SyntaxNode statement) {
    SyntaxNode module = statement.field("module_name");
    String prefix = module == null ? "" : prefixOf(module.text());
    List<Binding> bindings = new ArrayList<>();
    for (SyntaxNode name : statement.fields("name")) {
      SyntaxNode alias = name.field("alias");
      SyntaxNode path = name.is("aliased_import") ? name.field("name") : name;
      if (path == null) {
        continue;
      }
      if (alias != null) {
        bindings.add(imported(alias, prefix + path.text()));
      } else if (module != null) {
        bindings.add(imported(path, prefix + path.text()));
      } else {
        // `import a.b` binds `a`.
        SyntaxNode first = path.namedChildren().stream().findFirst().orElse(path);
        bindings.add(imported(first, first.text()));
      }
    }
    return bindings;
  }

  private static String prefixOf(String module) {
    boolean spaced = module.chars().anyMatch(Character::isWhitespace);
    String plain = spaced ? module.replaceAll("\\s", "") : module;
    return plain.endsWith(".") ? plain : plain + ".";
  }

  private static Binding imported(SyntaxNode target, @Nullable String dottedName) {
    return new Binding(Binding.Kind.IMPORT, target, null, null, dottedName);
  }
}
