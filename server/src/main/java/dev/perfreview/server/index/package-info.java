/** What the files of a workspace folder tell each other: which files belong to it, their facts read side by side, and kept between runs. */
@NullMarked
package dev.perfreview.server.index;

import org.jspecify.annotations.NullMarked;
