package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;

/**
 * A GitLab Code Quality report, which a job hands over as an artifact and a merge request shows (GitLab's documents, "Code Quality", "Code Quality report
 * format"). GitLab compares fingerprints to tell what a merge request brings.
 */
public record GitLabReport() implements ReportFormat {
  /** Stands for a rule where a file could not be reviewed. */
  private static final String UNREVIEWED = "unreviewed-file";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonWriter json = JsonReport.writer(out);
    json.beginArray();
    for (FileReport file : report.files()) {
      String path = file.pathInRepository(file.file());
      for (FileReport.Item item : file.findings()) {
        ReportedFinding reported = item.reported();
        Positions positions = Positions.of(file.text(), reported.finding().range());
        writeIssue(
          reported.message(),
          reported.rule().id(),
          item.fingerprint(),
          severityOf(item.severity()),
          path,
          positions.startLine(),
          json
        );
      }
    }
    for (Outcome.Problem problem : report.problems()) {
      String name = report.nameOf(problem.path());
      String message = name + " " + problem.message();
      writeIssue(message, UNREVIEWED, Fingerprints.ofText(UNREVIEWED + '\0' + message), "blocker", name, 1, json);
    }
    json.endArray();
    json.flush();
    out.append('\n');
  }

  private static void writeIssue(
    String description,
    String check,
    String fingerprint,
    String severity,
    String path,
    int line,
    JsonWriter json
  ) throws IOException {
    json.beginObject();
    json.name("description").value(description);
    json.name("check_name").value(check);
    json.name("fingerprint").value(fingerprint);
    json.name("severity").value(severity);
    json.name("location").beginObject();
    json.name("path").value(path);
    json.name("lines").beginObject().name("begin").value(line).endObject();
    json.endObject();
    json.endObject();
  }

  private static String severityOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFORMATION -> "minor";
      case HINT -> "info";
    };
  }
}
