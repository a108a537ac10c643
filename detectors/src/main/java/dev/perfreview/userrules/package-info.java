/** Rules that users write: tree-sitter queries with a message, a cost and perhaps a replacement. */
@NullMarked
package dev.perfreview.userrules;

import org.jspecify.annotations.NullMarked;
