package dev.perfreview.toml;

import dev.perfreview.syntax.TextRange;

/**
 * Something wrong in a TOML text.
 *
 * @param range the key or value at fault, in UTF-16 offsets
 * @param message what is wrong and what would be right, starting lower case
 */
public record TomlProblem(TextRange range, String message) {}
