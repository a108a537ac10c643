package dev.perfreview.python;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a file uses its variables and attributes. */
public final class References {

  private static final KindSet IDENTIFIERS = KindSet.of(Language.PYTHON, "identifier");

  private final SyntaxSnapshot syntax;
  private final ScopeTree scopes;
  private @Nullable Names names;

  References(SyntaxSnapshot syntax, ScopeTree scopes) {
    this.syntax = syntax;
    this.scopes = scopes;
  }

  /** All names of the file: worked out when somebody asks for one that may be anywhere in it. */
  private Names names() {
    if (names == null) {
      names = Names.of(syntax);
    }
    return names;
  }

  /** The variables of one function are asked for often where nothing else is, and a function is a small part of its file. */
  private static List<SyntaxNode> identifiersIn(SyntaxNode function, String name) {
    List<SyntaxNode> found = new ArrayList<>();
    for (SyntaxNode node : function.descendants(IDENTIFIERS)) {
      if (node.textIs(name) && isVariable(node)) {
        found.add(node);
      }
    }
    return found;
  }

  /** Whether an identifier stands for a variable, and not for an attribute or the keyword of an argument. */
  private static boolean isVariable(SyntaxNode identifier) {
    String field = identifier.fieldName();
    return !"attribute".equals(field) && (!"name".equals(field) || !isKeyword(identifier.parent()));
  }

  private static boolean isKeyword(@Nullable SyntaxNode named) {
    return named != null && named.is("keyword_argument");
  }

  /** The identifiers that mean this variable of a scope, its bindings among them, in the order of the text. */
  public List<SyntaxNode> to(Variable variable) {
    boolean within = names == null && variable.owner().is(Scope.Kind.FUNCTION);
    return (
      within ? identifiersIn(variable.owner().node(), variable.name()) : names().identifiers.named(variable.name())
    )
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
    List<SyntaxNode> found = new ArrayList<>();
    for (SyntaxNode attribute : names().attributes.named(name)) {
      SyntaxNode whole = attribute.parent();
      if (whole != null) {
        found.add(whole);
      }
    }
    return found;
  }

  /** Whether the file uses one of these names anywhere, as a variable or as an attribute. */
  public boolean mentionsAny(String... names) {
    for (String name : names) {
      if (names().identifiers.contains(name) || names().attributes.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file uses a name anywhere, in whatever scope. */
  public boolean mentions(String name) {
    return names().identifiers.contains(name);
  }

  /**
   * The names of a file by their text.
   *
   * @param identifiers those of variables
   * @param attributes those of attributes
   */
  private record Names(NameIndex identifiers, NameIndex attributes) {
    static Names of(SyntaxSnapshot syntax) {
      Names names = new Names(new NameIndex(syntax), new NameIndex(syntax));
      for (SyntaxNode node : syntax.root().descendants(IDENTIFIERS)) {
        if (isVariable(node)) {
          names.identifiers.add(node);
        } else if ("attribute".equals(node.fieldName())) {
          names.attributes.add(node);
        }
      }
      return names;
    }
  }
}
