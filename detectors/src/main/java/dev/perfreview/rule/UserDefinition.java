package dev.perfreview.rule;

import java.nio.file.Path;

/**
 * Where a user wrote a rule of their own.
 *
 * @param file the configuration file
 * @param line the zero-based line on which the rule starts
 * @param page what there is to say of it, as Markdown: the place of the documents that the built-in rules have
 */
public record UserDefinition(Path file, int line, String page) {}
