/** What users can have the server do: one class for each command. */
@NullMarked
package dev.perfreview.server.lsp.commands;

import org.jspecify.annotations.NullMarked;
