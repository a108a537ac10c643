/** Workspace folders, URIs and the settings that hold for a document. */
@NullMarked
package dev.perfreview.server.lsp.workspace;

import org.jspecify.annotations.NullMarked;
