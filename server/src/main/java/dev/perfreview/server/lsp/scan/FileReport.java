package dev.perfreview.server.lsp.scan;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;

/**
 * What was found in a file that is not open.
 *
 * @param uri the file
 * @param resultId names what was found, as {@link dev.perfreview.server.lsp.diagnostics.ResultIds} does
 * @param diagnostics what was found
 */
public record FileReport(String uri, String resultId, List<Diagnostic> diagnostics) {}
