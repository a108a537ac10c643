package dev.perfreview.syntax;

/**
 * A place in a text as LSP counts it.
 *
 * @param line zero-based line
 * @param column zero-based UTF-16 units from the start of the line
 */
public record TextPosition(int line, int column) {}
