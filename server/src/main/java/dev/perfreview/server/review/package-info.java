/** The review of a change: what it brings, ends and leaves as it was, the reviewer's questions, and the impact of it all. */
@NullMarked
package dev.perfreview.server.review;

import org.jspecify.annotations.NullMarked;
