/** Keeps the index of each open folder up to its files and to what is being edited, on threads of its own. */
@NullMarked
package dev.perfreview.server.lsp.indexing;

import org.jspecify.annotations.NullMarked;
