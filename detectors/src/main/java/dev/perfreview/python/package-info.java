/** The semantic model of a Python file: what rules ask about names, types, loops and async context. */
@NullMarked
package dev.perfreview.python;

import org.jspecify.annotations.NullMarked;
