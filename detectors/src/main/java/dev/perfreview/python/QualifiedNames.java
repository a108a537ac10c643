package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** What names of other modules stand for: imports with their aliases, and the built-ins. */
public final class QualifiedNames {

  private static final int LONGEST_CHAIN = 32;

  private final ScopeTree scopes;

  private final ModuleName module;

  /** By the expression's place: each rule that looks at calls asks for the names of the same functions. */
  private final NodeMemo<String> known;

  QualifiedNames(ScopeTree scopes, ModuleName module) {
    this.scopes = scopes;
    this.module = module;
    this.known = new NodeMemo<>(scopes.module().node().snapshot());
  }

  /**
   * The dotted name of what an identifier or a chain of attributes means: {@code time.sleep} for {@code s} after {@code from time
   * import sleep as s}, {@code builtins.open} for {@code open} where the file binds no such name. Nothing when the file binds the
   * name itself, or to several things.
   */
  public @Nullable String of(SyntaxNode expression) {
    return known.get(expression, this::workOut);
  }

  private @Nullable String workOut(SyntaxNode expression) {
    SyntaxNode head = expression;
    for (int depth = 0; head.is("attribute"); depth++) {
      SyntaxNode inner = head.field("object");
      if (inner == null || head.field("attribute") == null || depth > LONGEST_CHAIN) {
        return null;
      }
      head = inner;
    }
    // Asked first: most chains start at a name of the file's own.
    String name = head.is("identifier") ? ofIdentifier(head) : null;
    return name == null || head.equals(expression) ? name : name + attributesOf(expression);
  }

  private static String attributesOf(SyntaxNode expression) {
    StringBuilder attributes = new StringBuilder();
    SyntaxNode object = expression;
    while (object != null && object.is("attribute")) {
      SyntaxNode attribute = object.field("attribute");
      attributes.insert(0, attribute == null ? "" : "." + attribute.text());
      object = object.field("object");
    }
    return attributes.toString();
  }

  /** Whether {@link #of} finds exactly this name. */
  public boolean is(@Nullable SyntaxNode expression, String dottedName) {
    return expression != null && dottedName.equals(of(expression));
  }

  private @Nullable String ofIdentifier(SyntaxNode identifier) {
    Variable variable = scopes.resolve(identifier);
    if (variable == null) {
      return scopes.mayBeWildcard() ? null : "builtins." + identifier.text();
    }
    return absolute(importedAs(variable));
  }

  /** The full name of what an import binds: of a relative one, by where the file stands. */
  public @Nullable String absolute(@Nullable String imported) {
    return imported == null ? null : module.absolute(imported);
  }

  /** The dotted name that all imports of a variable agree on; a {@code None} for a module that is not there is passed over. */
  public static @Nullable String importedAs(Variable variable) {
    String found = null;
    for (Binding binding : variable.bindings()) {
      if (binding.isNone()) {
        continue;
      }
      String imported = binding.imported();
      if (imported == null || (found != null && !found.equals(imported))) {
        return null;
      }
      found = imported;
    }
    return found;
  }
}
