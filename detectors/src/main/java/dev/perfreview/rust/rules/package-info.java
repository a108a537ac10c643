/** The rules for Rust, one class each. */
@NullMarked
package dev.perfreview.rust.rules;

import org.jspecify.annotations.NullMarked;
