/** Which calls keep their thread from running anything else in Rust, and which functions reach one. */
@NullMarked
package dev.perfreview.rust.blocking;

import org.jspecify.annotations.NullMarked;
