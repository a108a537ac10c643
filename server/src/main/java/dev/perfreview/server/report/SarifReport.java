package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * SARIF 2.1.0 (OASIS Standard), as code hosts and editors read it.
 *
 * @param version the program's version
 * @param rules all rules of the program; those that users wrote are added where they found something
 * @param docs the Markdown document of a rule
 */
public record SarifReport(
  String version,
  List<RuleInfo> rules,
  Function<RuleInfo, String> docs
) implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String FINGERPRINT = "perfReview/v1";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    // One entry an id: a rule of the same id may exist for several languages.
    TreeMap<String, List<RuleInfo>> byId = new TreeMap<>();
    rules.forEach(rule -> byId.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule));
    report
      .files()
      .stream()
      .flatMap(file -> file.findings().stream())
      .map(item -> item.reported().rule())
      .forEach(rule -> byId.computeIfAbsent(rule.id(), id -> new ArrayList<>(List.of(rule))));
    List<String> ids = List.copyOf(byId.keySet());
    Map<Path, String> bases = basesOf(report);
    JsonWriter json = JsonReport.writer(out);
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    writeTool(byId, json);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("originalUriBaseIds").beginObject();
    for (Map.Entry<Path, String> base : bases.entrySet()) {
      json.name(base.getValue()).beginObject().name("uri").value(ArtifactUri.ofFolder(base.getKey())).endObject();
    }
    json.endObject();
    writeInvocation(report, json);
    json.name("results").beginArray();
    for (FileReport file : report.files()) {
      Artifact artifact = new Artifact(file, bases.getOrDefault(file.repository(), ""));
      for (FileReport.Item item : file.findings()) {
        writeResult(item, ids.indexOf(item.reported().rule().id()), artifact, json);
      }
    }
    json.endArray();
    json.endObject().endArray();
    json.endObject();
    json.flush();
    out.append('\n');
  }

  /** A file as results name it. */
  private record Artifact(FileReport report, String base) {
    SourceText text() {
      return report.text();
    }

    void writeLocation(JsonWriter json) throws IOException {
      writeLocation(report.file(), json);
    }

    private void writeLocation(Path file, JsonWriter json) throws IOException {
      json.name("artifactLocation").beginObject();
      json.name("uri").value(ArtifactUri.ofRelative(report.pathInRepository(file)));
      json.name("uriBaseId").value(base);
      json.endObject();
    }

    /** Writes a line of another file below the same base. */
    void writePhysicalLocation(Elsewhere place, JsonWriter json) throws IOException {
      json.name("physicalLocation").beginObject();
      writeLocation(report.fileOf(place), json);
      json
        .name("region")
        .beginObject()
        .name("startLine")
        .value(place.line() + 1)
        .endObject();
      json.endObject();
    }

    void writePhysicalLocation(TextRange range, JsonWriter json) throws IOException {
      json.name("physicalLocation").beginObject();
      writeLocation(json);
      json.name("region").beginObject();
      Positions.of(text(), range).writeTo(json);
      json.name("snippet").beginObject().name("text").value(text().substring(range)).endObject();
      json.endObject();
      json.endObject();
    }
  }

  private static Map<Path, String> basesOf(Report report) {
    Map<Path, String> bases = new LinkedHashMap<>();
    for (FileReport file : report.files()) {
      bases.computeIfAbsent(file.repository(), folder -> bases.isEmpty() ? "ROOT" : "ROOT-" + (bases.size() + 1));
    }
    return bases;
  }

  private void writeTool(TreeMap<String, List<RuleInfo>> byId, JsonWriter json) throws IOException {
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value("perf-review");
    json.name("version").value(version);
    json.name("rules").beginArray();
    for (Map.Entry<String, List<RuleInfo>> entry : byId.entrySet()) {
      RuleInfo rule = entry.getValue().getFirst();
      String markdown = docs.apply(rule);
      json.beginObject();
      json.name("id").value(entry.getKey());
      json.name("shortDescription").beginObject().name("text").value(rule.summary()).endObject();
      json.name("help").beginObject().name("text").value(markdown).name("markdown").value(markdown).endObject();
      json.name("properties").beginObject();
      json.name("tags").beginArray().value("performance");
      for (RuleInfo each : entry.getValue()) {
        json.value(each.language().id());
      }
      json.endArray();
      json.name("cost").value(rule.cost().name().toLowerCase(Locale.ROOT));
      json.endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject().endObject();
  }

  private static void writeInvocation(Report report, JsonWriter json) throws IOException {
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(report.problems().isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    for (Outcome.Problem problem : report.problems()) {
      json.beginObject();
      json.name("level").value("error");
      String text = report.nameOf(problem.path()) + " " + problem.message();
      json.name("message").beginObject().name("text").value(text).endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
  }

  private static void writeResult(FileReport.Item item, int ruleIndex, Artifact artifact, JsonWriter json)
    throws IOException {
    ReportedFinding reported = item.reported();
    json.beginObject();
    json.name("ruleId").value(reported.rule().id());
    if (ruleIndex >= 0) {
      json.name("ruleIndex").value(ruleIndex);
    }
    json.name("level").value(levelOf(item.severity()));
    if (item.state() != null) {
      json.name("baselineState").value(item.state().name().toLowerCase(Locale.ROOT));
    }
    json.name("message").beginObject().name("text").value(reported.message()).endObject();
    json.name("locations").beginArray().beginObject();
    artifact.writePhysicalLocation(reported.finding().range(), json);
    json.endObject().endArray();
    json.name("relatedLocations").beginArray();
    int id = 0;
    for (Evidence evidence : reported.finding().evidence()) {
      json.beginObject();
      json.name("id").value(++id);
      Elsewhere place = evidence.elsewhere();
      if (place != null) {
        artifact.writePhysicalLocation(place, json);
      } else {
        artifact.writePhysicalLocation(evidence.range(), json);
      }
      json.name("message").beginObject().name("text").value(evidence.note()).endObject();
      json.endObject();
    }
    json.endArray();
    json.name("fixes").beginArray();
    for (Fix fix : reported.finding().fixes()) {
      writeFix(fix, artifact, json);
    }
    json.endArray();
    json.name("partialFingerprints").beginObject().name(FINGERPRINT).value(item.fingerprint()).endObject();
    json.name("properties").beginObject();
    json.name("impact").value(reported.impact().word());
    json.name("heat").value(reported.heat().heat().name().toLowerCase(Locale.ROOT));
    json.endObject();
    json.endObject();
  }

  private static void writeFix(Fix fix, Artifact artifact, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("description").beginObject().name("text").value(fix.title()).endObject();
    json.name("artifactChanges").beginArray().beginObject();
    artifact.writeLocation(json);
    json.name("replacements").beginArray();
    for (TextEdit edit : fix.edits()) {
      json.beginObject();
      json.name("deletedRegion").beginObject();
      Positions.of(artifact.text(), edit.range()).writeTo(json);
      json.endObject();
      json.name("insertedContent").beginObject().name("text").value(edit.replacement()).endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
    json.name("properties").beginObject();
    json.name("applicability").value(fix.applicability().name().toLowerCase(Locale.ROOT));
    json.endObject();
    json.endObject();
  }

  private static String levelOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "note";
    };
  }
}
