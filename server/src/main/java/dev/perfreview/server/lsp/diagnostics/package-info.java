/** From findings to what LSP calls diagnostics. */
@NullMarked
package dev.perfreview.server.lsp.diagnostics;

import org.jspecify.annotations.NullMarked;
