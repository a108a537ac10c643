package dev.perfreview.rust.values;

import dev.perfreview.syntax.SyntaxNode;

/**
 * One mention of a variable.
 *
 * @param mention the identifier, or the string of a format macro that names it
 * @param kind what is done with it there
 */
public record VariableUse(SyntaxNode mention, UseKind kind) {}
