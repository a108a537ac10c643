/** The client of a session: what it can do and the way to it. */
@NullMarked
package dev.perfreview.server.lsp.client;

import org.jspecify.annotations.NullMarked;
