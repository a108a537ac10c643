package dev.perfreview.python;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a file uses its variables and attributes. */
public final class References {

  /** So many names are looked for in the text, which takes a hundredth of the time of working out where all names are; most files are asked for fewer. */
  private static final int FEW_QUESTIONS = 16;

  private static final KindSet IDENTIFIERS = KindSet.of(Language.PYTHON, "identifier");

  private final SyntaxSnapshot syntax;
  private final ScopeTree scopes;
  private @Nullable Names names;
  private int questions;

  References(SyntaxSnapshot syntax, ScopeTree scopes) {
    this.syntax = syntax;
    this.scopes = scopes;
  }

  /** The identifiers of a text that {@code wanted} holds for, in a part of the file and the order of the text. */
  private List<SyntaxNode> identifiers(String name, TextRange part, Predicate<SyntaxNode> wanted) {
    List<SyntaxNode> found = new ArrayList<>();
    String text = syntax.text().string();
    for (int at = text.indexOf(name, part.start(), part.end()); at >= 0; at = text.indexOf(name, at + 1, part.end())) {
      SyntaxNode node = syntax.nodeAt(new TextRange(at, at + name.length()));
      if (node.is(IDENTIFIERS) && node.textIs(name) && wanted.test(node)) {
        found.add(node);
      }
    }
    return found;
  }

  /** All names of the file, once so many questions were asked that it pays to work them out; nothing before. */
  private @Nullable Names names() {
    if (names == null && ++questions > FEW_QUESTIONS) {
      names = Names.of(syntax);
    }
    return names;
  }

  private List<SyntaxNode> variablesNamed(String name, TextRange part) {
    Names all = names();
    return all == null ? identifiers(name, part, References::isVariable) : all.identifiers.named(name);
  }

  private List<SyntaxNode> attributesNamed(String name) {
    Names all = names();
    return all == null ? identifiers(name, syntax.root().range(), References::isAttribute) : all.attributes.named(name);
  }

  /** Whether an identifier stands for a variable, and not for an attribute or the keyword of an argument. */
  private static boolean isVariable(SyntaxNode identifier) {
    return !isAttribute(identifier) && (!"name".equals(identifier.fieldName()) || !isKeyword(identifier.parent()));
  }

  private static boolean isAttribute(SyntaxNode identifier) {
    return "attribute".equals(identifier.fieldName());
  }

  private static boolean isKeyword(@Nullable SyntaxNode named) {
    return named != null && named.is("keyword_argument");
  }

  /** The identifiers that mean this variable of a scope, its bindings among them, in the order of the text. */
  public List<SyntaxNode> to(Variable variable) {
    // A variable of a function is used within it.
    SyntaxNode part = variable.owner().is(Scope.Kind.FUNCTION) ? variable.owner().node() : syntax.root();
    return variablesNamed(variable.name(), part.range())
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
    for (SyntaxNode attribute : attributesNamed(name)) {
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
      if (mentions(name) || !attributesNamed(name).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file uses a name anywhere, in whatever scope. */
  public boolean mentions(String name) {
    return !variablesNamed(name, syntax.root().range()).isEmpty();
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
        } else if (isAttribute(node)) {
          names.attributes.add(node);
        }
      }
      return names;
    }
  }
}
