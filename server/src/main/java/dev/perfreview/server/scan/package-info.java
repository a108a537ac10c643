/** From paths on the command line to the findings of each file: which files there are, reading them, and reviewing them side by side. */
@NullMarked
package dev.perfreview.server.scan;

import org.jspecify.annotations.NullMarked;
