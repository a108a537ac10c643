package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * One place that gives a variable or an attribute its value.
 *
 * @param kind how
 * @param target the node of the name or attribute that is bound
 * @param value what the kind says of it; nothing where the source has none
 * @param annotation the type that is written beside it
 * @param imported the dotted name that an import binds, {@code concurrent.futures.ThreadPoolExecutor}; a relative import keeps its dots
 */
public record Binding(
  Kind kind,
  SyntaxNode target,
  @Nullable SyntaxNode value,
  @Nullable SyntaxNode annotation,
  @Nullable String imported
) {
  /** How a name gets its value. */
  public enum Kind {
    /** {@code x = value}, {@code x: T = value}, {@code x: T} (without a value) and {@code (x := value)}. */
    ASSIGNMENT,
    /** {@code x += value}. */
    AUGMENTED,
    /** A part of {@code a, b = value}. */
    UNPACKED,
    /** A parameter; the value is its default. */
    PARAMETER,
    /** {@code *args} or {@code **kwargs}. */
    VARIADIC,
    /** An import. */
    IMPORT,
    /** The target of a {@code for} statement or clause; the value is what it goes over. */
    ELEMENT,
    /** {@code with value as x}. */
    CONTEXT,
    /** A function; the value is its definition. */
    FUNCTION,
    /** A class; the value is its definition. */
    CLASS,
    /** Anything else: {@code except … as x}, a captured pattern, {@code del x}. */
    OTHER,
  }

  static Binding of(Kind kind, SyntaxNode target, @Nullable SyntaxNode value) {
    return new Binding(kind, target, value, null, null);
  }

  /** Whether this gives the name {@code None}, as a placeholder until its real value comes. */
  public boolean isNone() {
    return kind == Kind.ASSIGNMENT && value != null && value.is("none");
  }
}
