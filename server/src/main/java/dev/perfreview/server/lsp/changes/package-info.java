/** What changed since the base, as the editor shows it: the report on the change, and which lines of a document are new. */
@NullMarked
package dev.perfreview.server.lsp.changes;

import org.jspecify.annotations.NullMarked;
