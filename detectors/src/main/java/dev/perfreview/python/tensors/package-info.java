/** Tensors and arrays: which expressions are some, and whether their memory is the host's or a device's. */
@NullMarked
package dev.perfreview.python.tensors;

import org.jspecify.annotations.NullMarked;
