/** What one client's session consists of: its documents, its folders and settings, and the workers that review. */
@NullMarked
package dev.perfreview.server.lsp.session;

import org.jspecify.annotations.NullMarked;
