package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What annotations say of a value's type. */
final class Annotations {

  private static final int DEEPEST = 16;

  private final ScopeTree scopes;
  private final QualifiedNames names;

  Annotations(ScopeTree scopes, QualifiedNames names) {
    this.scopes = scopes;
    this.names = names;
  }

  /** The type that an annotation names; {@code Optional} and {@code | None} are passed over. */
  PythonType typeOf(SyntaxNode annotation) {
    return typeOf(annotation, 0);
  }

  private PythonType typeOf(@Nullable SyntaxNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return PythonType.UNKNOWN;
    }
    return switch (node.kind()) {
      case "type", "parenthesized_expression" -> typeOf(firstNamed(node), depth + 1);
      case "none" -> PythonType.NONE;
      case "identifier", "attribute", "member_type" -> named(node);
      case "generic_type" -> generic(firstNamed(node), parameters(node), depth);
      case "subscript" -> generic(node.field("value"), node.fields("subscript"), depth);
      case "union_type", "binary_operator" -> union(node.namedChildren(), depth);
      case "string" -> quoted(node);
      default -> PythonType.UNKNOWN;
    };
  }

  private static @Nullable SyntaxNode firstNamed(SyntaxNode node) {
    return node.namedChildren().stream().findFirst().orElse(null);
  }

  private static List<SyntaxNode> parameters(SyntaxNode generic) {
    SyntaxNode parameters = generic.firstChild("type_parameter");
    return parameters == null ? List.of() : parameters.namedChildren();
  }

  private PythonType named(SyntaxNode node) {
    Variable variable = node.is("identifier") ? scopes.resolve(node) : null;
    if (variable != null) {
      PythonType ofFile = classOfFile(variable);
      if (ofFile.isKnown()) {
        return ofFile;
      }
    }
    String name = names.of(node);
    return name == null ? PythonType.UNKNOWN : LibraryTypes.named(name);
  }

  static PythonType classOfFile(Variable variable) {
    boolean single = variable.bindings().size() == 1 && variable.bindings().getFirst().kind() == Binding.Kind.CLASS;
    if (!single) {
      return PythonType.UNKNOWN;
    }
    String around = variable.owner().qualifiedName();
    return PythonType.of("." + (around.isEmpty() ? "" : around + ".") + variable.name());
  }

  private PythonType generic(@Nullable SyntaxNode base, List<SyntaxNode> arguments, int depth) {
    String name = base == null ? null : names.of(base);
    if (name == null || arguments.isEmpty()) {
      return PythonType.UNKNOWN;
    }
    return switch (name) {
      case "typing.Optional", "typing.Annotated", "typing.Final", "typing.ClassVar" -> typeOf(
        arguments.getFirst(),
        depth + 1
      );
      case "typing.Union" -> union(arguments, depth);
      case "typing.Literal" -> PythonType.UNKNOWN;
      default -> {
        PythonType plain = LibraryTypes.named(name);
        List<PythonType> types = new ArrayList<>();
        arguments.forEach(argument ->
          types.add(argument.textIs("...") ? PythonType.ELLIPSIS : typeOf(argument, depth + 1))
        );
        yield plain.isKnown() ? new PythonType(plain.name(), types) : plain;
      }
    };
  }

  private PythonType union(List<SyntaxNode> members, int depth) {
    PythonType joined = PythonType.BOTTOM;
    for (SyntaxNode member : members) {
      joined = joined.join(typeOf(member, depth + 1));
    }
    return joined.equals(PythonType.BOTTOM) ? PythonType.UNKNOWN : joined;
  }

  /** A forward reference. */
  private PythonType quoted(SyntaxNode string) {
    SyntaxNode content = string.firstChild("string_content");
    return content == null
      ? PythonType.UNKNOWN
      : new QuotedAnnotation(content.text(), name -> ofName(name, scopes.scopeOf(string))).type();
  }

  /** The type that a name in a forward reference means, by itself and without the arguments that follow it. */
  private PythonType ofName(String name, Scope scope) {
    Variable variable = scopes.resolve(name, scope);
    if (variable == null) {
      return LibraryTypes.named("builtins." + name);
    }
    PythonType ofFile = classOfFile(variable);
    String imported = ofFile.isKnown() ? null : names.absolute(QualifiedNames.importedAs(variable));
    return imported == null ? ofFile : LibraryTypes.named(imported);
  }
}
