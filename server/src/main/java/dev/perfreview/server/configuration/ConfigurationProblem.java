package dev.perfreview.server.configuration;

import dev.perfreview.syntax.TextRange;
import java.nio.file.Path;

/**
 * An error in a configuration file. The last good settings stay in force.
 *
 * @param file the file
 * @param range where in it, in UTF-16 offsets
 * @param line the zero-based line of the range's start
 * @param message what is wrong and what would be right, starting lower case
 */
public record ConfigurationProblem(Path file, TextRange range, int line, String message) {}
