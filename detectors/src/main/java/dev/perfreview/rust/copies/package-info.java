/** Copies of values that are there already, and what makes them needless. */
@NullMarked
package dev.perfreview.rust.copies;

import org.jspecify.annotations.NullMarked;
