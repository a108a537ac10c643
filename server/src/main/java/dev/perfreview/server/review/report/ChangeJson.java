package dev.perfreview.server.review.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.JsonFinding;
import dev.perfreview.server.report.JsonReport;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.review.Answer;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.ReviewedFile;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The report on a change for programs: docs/review.md describes the fields, docs/review.schema.json their types.
 *
 * @param version the program's version
 */
public record ChangeJson(String version) implements ChangeReportFormat {
  @Override
  public void write(ChangeReport report, Appendable out) throws IOException {
    JsonWriter json = JsonReport.writer(out);
    json.beginObject();
    json.name("schema").value(JsonReport.SCHEMA);
    json.name("tool").beginObject().name("name").value("perf-review").name("version").value(version).endObject();
    json.name("change").beginObject();
    json.name("base").value(report.review().change().base());
    json.name("head").value(report.review().change().head());
    json.name("paths").beginArray();
    for (String path : report.review().change().paths()) {
      json.value(path);
    }
    json.endArray();
    json.endObject();
    json.name("impact").value(report.review().impact().word());
    writeFiles(report, json);
    writeFindings(report, json);
    writeChecklist(report, json);
    writeProblems(report, json);
    json.endObject();
    json.flush();
    out.append('\n');
  }

  private static void writeFiles(ChangeReport report, JsonWriter json) throws IOException {
    json.name("files").beginArray();
    for (ReviewedFile file : report.review().files()) {
      if (file.edited()) {
        FileRow row = FileRow.of(file, report);
        json.beginObject();
        json.name("path").value(row.path());
        json.name("change").value(row.what());
        json.name("heat").value(row.heat().name().toLowerCase(Locale.ROOT));
        json.name("hotPaths").beginArray();
        for (String hotPath : row.hotPaths()) {
          json.value(hotPath);
        }
        json.endArray();
        json.name("editedFunctions").beginArray();
        for (FunctionHeat function : file.editedFunctions()) {
          json.beginObject();
          json.name("name").value(function.function().qualifiedName());
          json.name("heat").value(function.heat().heat().name().toLowerCase(Locale.ROOT));
          if (function.heat().reason() != null) {
            json.name("reason").value(function.heat().reason());
          }
          json.endObject();
        }
        json.endArray();
        json.endObject();
      }
    }
    json.endArray();
  }

  private static void writeFindings(ChangeReport report, JsonWriter json) throws IOException {
    Report names = report.asReport(List.of());
    json.name("findings").beginArray();
    for (FindingChange finding : report.all()) {
      FileReport file = report.fileOf(finding);
      json.beginObject();
      json.name("state").value(finding.state().name().toLowerCase(Locale.ROOT));
      if (finding.isLouder() && finding.before() != null) {
        json.name("impactBefore").value(finding.before().reported().impact().word());
      }
      JsonFinding.write(names, file, file.findings().getFirst(), json);
      json.endObject();
    }
    json.endArray();
  }

  private static void writeChecklist(ChangeReport report, JsonWriter json) throws IOException {
    json.name("checklist").beginArray();
    for (Answer answer : report.answers()) {
      json.beginObject();
      json.name("id").value(answer.question().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.name("question").value(answer.question().text());
      json.name("answer").value(answer.verdict().word());
      json.name("evidence").beginArray();
      for (String sentence : answer.evidence()) {
        json.value(sentence);
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void writeProblems(ChangeReport report, JsonWriter json) throws IOException {
    Report names = report.asReport(List.of());
    json.name("problems").beginArray();
    for (Outcome.Problem problem : report.review().problems()) {
      json.beginObject();
      json.name("path").value(names.nameOf(problem.path()));
      json.name("message").value(problem.message());
      json.endObject();
    }
    json.endArray();
  }
}
