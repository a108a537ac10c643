/** Findings as text, JSON, SARIF 2.1.0, Markdown and GitHub annotations. */
@NullMarked
package dev.perfreview.server.report;

import org.jspecify.annotations.NullMarked;
