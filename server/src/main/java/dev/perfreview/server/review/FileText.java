package dev.perfreview.server.review;

import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;

/**
 * A file in one version.
 *
 * @param file where it is or was, absolute
 * @param text what it says there
 */
public record FileText(Path file, SourceText text) {}
