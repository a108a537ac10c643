package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        writeFinding(report, file, item, json);
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

  private static void writeFinding(Report report, FileReport file, FileReport.Item item, JsonWriter json)
    throws IOException {
    SourceText text = file.text();
    ReportedFinding reported = item.reported();
    json.beginObject();
    json.name("rule").value(reported.rule().id());
    json.name("language").value(reported.rule().language().id());
    json.name("impact").value(reported.impact().word());
    json.name("severity").value(word(item.severity()));
    json.name("message").value(reported.message());
    json.name("path").value(report.nameOf(file.file()));
    json.name("range").beginObject();
    Positions.of(text, reported.finding().range()).writeTo(json);
    json.endObject();
    json.name("heat").beginObject();
    json.name("level").value(word(reported.heat().heat()));
    writeOptional("reason", reported.heat().reason(), json);
    writeOptional("hotPath", reported.heat().hotPath(), json);
    json.endObject();
    json.name("related").beginArray();
    for (Evidence evidence : reported.finding().evidence()) {
      json.beginObject();
      json.name("note").value(evidence.note());
      json.name("range").beginObject();
      Positions.of(text, evidence.range()).writeTo(json);
      json.endObject();
      Elsewhere place = evidence.elsewhere();
      if (place != null) {
        json.name("path").value(report.nameOf(file.fileOf(place)));
        json.name("line").value(place.line() + 1);
      }
      json.endObject();
    }
    json.endArray();
    json.name("fixes").beginArray();
    for (Fix fix : reported.finding().fixes()) {
      writeFix(text, fix, json);
    }
    json.endArray();
    json.name("fingerprint").value(item.fingerprint());
    json.endObject();
  }

  private static void writeFix(SourceText text, Fix fix, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("title").value(fix.title());
    json.name("applicability").value(word(fix.applicability()));
    json.name("edits").beginArray();
    for (TextEdit edit : fix.edits()) {
      json.beginObject();
      json.name("range").beginObject();
      Positions.of(text, edit.range()).writeTo(json);
      json.endObject();
      json.name("replacement").value(edit.replacement());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void writeOptional(String name, @Nullable String value, JsonWriter json) throws IOException {
    if (value != null) {
      json.name(name).value(value);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
