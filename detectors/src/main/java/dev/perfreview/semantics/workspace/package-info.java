/**
 * What the files of a workspace know of each other: compact facts of each file, names and calls linked across files on demand, and what
 * follows from them.
 */
@NullMarked
package dev.perfreview.semantics.workspace;

import org.jspecify.annotations.NullMarked;
