/** How the program logs. */
@NullMarked
package dev.perfreview.server.logging;

import org.jspecify.annotations.NullMarked;
