/** Random input for the engine: code and TOML that nobody would write, from a seed, and what is left of it that still shows a fault. */
@NullMarked
package dev.perfreview.harness.fuzz;

import org.jspecify.annotations.NullMarked;
