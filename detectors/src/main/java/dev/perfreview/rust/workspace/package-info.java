/** What Rust files tell each other: the facts of a file, and how names, types and calls are linked across the crates of a workspace. */
@NullMarked
package dev.perfreview.rust.workspace;

import org.jspecify.annotations.NullMarked;
