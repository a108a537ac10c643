/** The files of the open folders that are not open themselves: reviewed when the client or the user asks, and kept up from then on. */
@NullMarked
package dev.perfreview.server.lsp.scan;

import org.jspecify.annotations.NullMarked;
