/** The driver: from a snapshot to findings with their impact. */
@NullMarked
package dev.perfreview.analysis;

import org.jspecify.annotations.NullMarked;
