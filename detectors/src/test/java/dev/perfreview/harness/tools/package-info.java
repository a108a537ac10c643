/** The commands of {@code ./dev}: what rule authors do by hand, on top of the harness that the tests use. */
@NullMarked
package dev.perfreview.harness.tools;

import org.jspecify.annotations.NullMarked;
