/** The rules for Python, one class each. */
@NullMarked
package dev.perfreview.python.rules;

import org.jspecify.annotations.NullMarked;
