/** What holds for the engine on any text, checked by one piece of code over fixtures, broken variants of them, and whole trees of real code. */
@NullMarked
package dev.perfreview.harness.invariants;

import org.jspecify.annotations.NullMarked;
