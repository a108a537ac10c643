/** What both languages' models share: functions, loops, cold places. */
@NullMarked
package dev.perfreview.semantics;

import org.jspecify.annotations.NullMarked;
