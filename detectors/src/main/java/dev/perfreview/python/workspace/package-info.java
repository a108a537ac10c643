/** What Python files tell each other: the facts of a file, and how names, types and calls are linked across files. */
@NullMarked
package dev.perfreview.python.workspace;

import org.jspecify.annotations.NullMarked;
