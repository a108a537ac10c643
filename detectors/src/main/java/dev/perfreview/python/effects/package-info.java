/** What calls do to the thread that makes them: which block it, and how. */
@NullMarked
package dev.perfreview.python.effects;

import org.jspecify.annotations.NullMarked;
