/** Open documents: versions swapped by the reader thread, syntax and analysis kept up to them by workers. */
@NullMarked
package dev.perfreview.server.lsp.document;

import org.jspecify.annotations.NullMarked;
