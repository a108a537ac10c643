/** Notebooks: their cells are documents of their own, which may hold lines that are IPython's and not Python's. */
@NullMarked
package dev.perfreview.server.lsp.notebook;

import org.jspecify.annotations.NullMarked;
