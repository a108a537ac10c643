/** The language server: one handler class a request or notification; the LSP4J service classes are routing tables only. */
@NullMarked
package dev.perfreview.server.lsp;

import org.jspecify.annotations.NullMarked;
