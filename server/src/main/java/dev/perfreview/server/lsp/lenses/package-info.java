/** What stands above functions: how often they run, and how much was found in them. */
@NullMarked
package dev.perfreview.server.lsp.lenses;

import org.jspecify.annotations.NullMarked;
