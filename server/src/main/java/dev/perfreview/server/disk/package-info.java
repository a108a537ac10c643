/** What the operating system says when a file cannot be had, in words. */
@NullMarked
package dev.perfreview.server.disk;

import org.jspecify.annotations.NullMarked;
