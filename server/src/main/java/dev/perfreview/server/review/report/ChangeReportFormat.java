package dev.perfreview.server.review.report;

import java.io.IOException;

/** A way to write a report on a change. */
@FunctionalInterface
public interface ChangeReportFormat {
  /**
   * Writes a report.
   *
   * @param out takes the text; not closed
   */
  void write(ChangeReport report, Appendable out) throws IOException;
}
