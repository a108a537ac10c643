/** One class for each request and notification. */
@NullMarked
package dev.perfreview.server.lsp.handlers;

import org.jspecify.annotations.NullMarked;
