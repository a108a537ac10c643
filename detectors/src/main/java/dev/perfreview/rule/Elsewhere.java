package dev.perfreview.rule;

/**
 * A line of another file of the workspace.
 *
 * @param path the file's path from the workspace folder, with {@code /}
 * @param line the zero-based line
 */
public record Elsewhere(String path, int line) {}
