package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;

/**
 * GitHub workflow commands: printed by a step of a workflow, each becomes an annotation on its line of the change (GitHub's documents,
 * "Workflow commands for GitHub Actions").
 */
public record GitHubReport() implements ReportFormat {
  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (FileReport file : report.files()) {
      for (FileReport.Item item : file.findings()) {
        writeAnnotation(file, item, out);
      }
    }
    for (Outcome.Problem problem : report.problems()) {
      out.append("::error title=perf-review::");
      out.append(escapeMessage(report.nameOf(problem.path()) + " " + problem.message())).append('\n');
    }
  }

  private static void writeAnnotation(FileReport file, FileReport.Item item, Appendable out) throws IOException {
    ReportedFinding reported = item.reported();
    Positions positions = Positions.of(file.text(), reported.finding().range());
    out
      .append("::")
      .append(commandOf(item.severity()))
      .append(" file=")
      .append(escapeProperty(file.pathInRepository(file.file())));
    out.append(",line=" + positions.startLine()).append(",endLine=" + positions.endLine());
    // Columns are only taken where the span lies on one line.
    if (positions.startLine() == positions.endLine()) {
      out.append(",col=" + positions.startColumn()).append(",endColumn=" + positions.endColumn());
    }
    out.append(",title=").append(escapeProperty(reported.rule().id() + " (" + reported.impact().word() + ")"));
    out.append("::").append(escapeMessage(reported.message())).append('\n');
  }

  private static String commandOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "notice";
    };
  }

  // As actions/toolkit's core does: a message may hold anything but these three, a property not its separators either.
  private static String escapeMessage(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapeProperty(String text) {
    return escapeMessage(text).replace(":", "%3A").replace(",", "%2C");
  }
}
