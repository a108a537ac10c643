package dev.perfreview.server.report;

import java.io.IOException;

/** A way to write a report. */
@FunctionalInterface
public interface ReportFormat {
  /**
   * Writes a report.
   *
   * @param out takes the text; not closed
   */
  void write(Report report, Appendable out) throws IOException;
}
