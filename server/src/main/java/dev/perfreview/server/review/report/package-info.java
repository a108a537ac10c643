/** The report on a change: one class for each form. */
@NullMarked
package dev.perfreview.server.review.report;

import org.jspecify.annotations.NullMarked;
