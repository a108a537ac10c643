/** How often a line runs: hot-path profiles, path and symbol matching, and the impact table. */
@NullMarked
package dev.perfreview.heat;

import org.jspecify.annotations.NullMarked;
