/** The semantic model of a Rust file: what rules ask about names, types, guards, loops and async context. */
@NullMarked
package dev.perfreview.rust;

import org.jspecify.annotations.NullMarked;
