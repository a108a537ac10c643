/** Source text, edits and the flat syntax snapshot of a Python or Rust file. The only package that talks to tree-sitter. */
@NullMarked
package dev.perfreview.syntax;

import org.jspecify.annotations.NullMarked;
