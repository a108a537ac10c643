package dev.perfreview.python;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a file uses its variables and attributes. */
public final class References {

  private static final KindSet IDENTIFIERS = KindSet.of(Language.PYTHON, "identifier");

  private final ScopeTree scopes;
  private final Map<String, List<SyntaxNode>> identifiers = new HashMap<>();
  private final Map<String, List<SyntaxNode>> attributes = new HashMap<>();

  References(SyntaxSnapshot syntax, ScopeTree scopes) {
    this.scopes = scopes;
    for (SyntaxNode node : syntax.root().descendants(IDENTIFIERS)) {
      SyntaxNode parent = node.parent();
      boolean isAttribute = "attribute".equals(node.fieldName());
      boolean isKeyword = parent != null && parent.is("keyword_argument") && "name".equals(node.fieldName());
      if (isAttribute && parent != null) {
        attributes.computeIfAbsent(node.text(), name -> new ArrayList<>()).add(parent);
      } else if (!isKeyword) {
        identifiers.computeIfAbsent(node.text(), name -> new ArrayList<>()).add(node);
      }
    }
  }

  /** The identifiers that mean this variable of a scope, its bindings among them, in the order of the text. */
  public List<SyntaxNode> to(Variable variable) {
    return identifiers
      .getOrDefault(variable.name(), List.of())
      .stream()
      .filter(identifier -> variable.equals(scopes.resolve(identifier)))
      .toList();
  }

  /**
   * The expressions that read or bind a variable or attribute: for an attribute those whose object is known to be of its class or of
   * one that it shares its attributes with.
   */
  public List<SyntaxNode> to(Variable variable, TypeInference types) {
    if (!variable.owner().is(Scope.Kind.CLASS)) {
      return to(variable);
    }
    return toAttributesNamed(variable.name())
      .stream()
      .filter(attribute -> isSame(variable, types.variableOf(attribute)))
      .toList();
  }

  /**
   * Whether the file reads an attribute of this name from an object of unknown class in a way that {@code matters}: it may be this
   * attribute.
   */
  public boolean isUsedThroughUnknownObject(Variable variable, TypeInference types, Predicate<SyntaxNode> matters) {
    return (
      variable.owner().is(Scope.Kind.CLASS) &&
      toAttributesNamed(variable.name())
        .stream()
        .anyMatch(attribute -> types.variableOf(attribute) == null && matters.test(attribute))
    );
  }

  /** Relatives have variables of their own for what they share; these have the same bindings. */
  private static boolean isSame(Variable variable, @Nullable Variable other) {
    return (
      variable.equals(other) ||
      (other != null && new HashSet<>(variable.bindings()).equals(new HashSet<>(other.bindings())))
    );
  }

  /** The nodes {@code object.name} of the file, whatever the object is. */
  public List<SyntaxNode> toAttributesNamed(String name) {
    return attributes.getOrDefault(name, List.of());
  }

  /** Whether the file uses one of these names anywhere, as a variable or as an attribute. */
  public boolean mentionsAny(String... names) {
    for (String name : names) {
      if (identifiers.containsKey(name) || attributes.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file uses a name anywhere, in whatever scope. */
  public boolean mentions(String name) {
    return identifiers.containsKey(name);
  }
}
