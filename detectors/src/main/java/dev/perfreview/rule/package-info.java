/** The contract of a rule and the data that it returns. */
@NullMarked
package dev.perfreview.rule;

import org.jspecify.annotations.NullMarked;
