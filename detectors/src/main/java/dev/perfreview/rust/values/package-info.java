/** What becomes of the values of local variables: who reads, changes and takes them, and which use is the last. */
@NullMarked
package dev.perfreview.rust.values;

import org.jspecify.annotations.NullMarked;
