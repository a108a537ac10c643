package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * For programs, and as a baseline: docs/reports.md describes the fields. Lines and columns count from one, columns in UTF-16 units.
 *
 * @param version the program's version
 */
public record JsonReport(String version) implements ReportFormat {
  /** Raised when a field changes its meaning or goes; a new field does not raise it. */
  public static final int SCHEMA = 1;

  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonWriter json = writer(out);
    json.beginObject();
    json.name("schema").value(SCHEMA);
    json.name("tool").beginObject().name("name").value("perf-review").name("version").value(version).endObject();
    writeSummary(report, json);
    json.name("findings").beginArray();
    for (FileReport file : report.files()) {
      for (FileReport.Item item : file.findings()) {
        json.beginObject();
        JsonFinding.write(report, file, item, json);
        json.endObject();
      }
    }
    json.endArray();
    json.name("problems").beginArray();
    for (Outcome.Problem problem : report.problems()) {
      json.beginObject();
      json.name("path").value(report.nameOf(problem.path()));
      json.name("message").value(problem.message());
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.flush();
    out.append('\n');
  }

  /** A writer of indented JSON. */
  public static JsonWriter writer(Appendable out) {
    JsonWriter json = new JsonWriter(
      new Writer() {
        @Override
        public void write(char[] units, int offset, int length) throws IOException {
          out.append(new String(units, offset, length));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
          out.append(text, offset, offset + length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      }
    );
    json.setIndent("  ");
    return json;
  }

  private static void writeSummary(Report report, JsonWriter json) throws IOException {
    json.name("summary").beginObject();
    json.name("filesReviewed").value(report.filesReviewed());
    json.name("findings").beginObject();
    for (Map.Entry<Impact, Integer> count : report.counts().entrySet()) {
      json.name(count.getKey().word()).value(count.getValue());
    }
    json.endObject();
    json.name("belowMinImpact").value(report.hidden());
    json.name("inBaseline").value(report.known());
    json.name("fixesApplied").value(report.fixesApplied());
    json.endObject();
  }
}
