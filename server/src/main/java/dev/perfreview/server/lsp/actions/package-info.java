/** What an editor can do about a finding: its fixes, the comments that silence it, all safe fixes at once. */
@NullMarked
package dev.perfreview.server.lsp.actions;

import org.jspecify.annotations.NullMarked;
