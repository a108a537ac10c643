/** How long the guards of locks live in Rust: what takes one, who owns it, where it is alive. */
@NullMarked
package dev.perfreview.rust.guards;

import org.jspecify.annotations.NullMarked;
