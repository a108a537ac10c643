/** Reports of the parts of a scan put together again. */
@NullMarked
package dev.perfreview.server.report.merge;

import org.jspecify.annotations.NullMarked;
