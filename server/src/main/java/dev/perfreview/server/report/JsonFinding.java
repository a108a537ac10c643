package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding in JSON: docs/reports.md describes the fields. */
public final class JsonFinding {

  private JsonFinding() {}

  /**
   * Writes its members into the object that is open.
   *
   * @param report tells how paths are named
   */
  public static void write(Report report, FileReport file, FileReport.Item item, JsonWriter json) throws IOException {
    SourceText text = file.text();
    ReportedFinding reported = item.reported();
    json.name("rule").value(reported.rule().id());
    json.name("language").value(reported.rule().language().id());
    json.name("impact").value(reported.impact().word());
    json.name("severity").value(word(item.severity()));
    json.name("message").value(reported.message());
    json.name("code").value(FindingCode.inOneLine(text, reported.finding().range()));
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
