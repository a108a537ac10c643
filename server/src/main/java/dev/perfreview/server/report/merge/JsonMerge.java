package dev.perfreview.server.report.merge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.report.JsonReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges reports in the format json. */
final class JsonMerge {

  private JsonMerge() {}

  static JsonObject of(List<PartialReport> parts) {
    for (PartialReport part : parts) {
      if (!part.has("schema", new JsonPrimitive(JsonReport.SCHEMA))) {
        throw new IllegalArgumentException(part.name() + " is no report that this version of perf-review can read");
      }
    }
    ReportMerge.requireSame(parts, "were written by different versions of perf-review", part ->
      part.object("tool").text("version")
    );
    List<ReportMerge.Placed> findings = new ArrayList<>();
    List<JsonElement> problems = new ArrayList<>();
    JsonObject merged = parts.getFirst().content().deepCopy();
    JsonObject summary = new JsonObject();
    for (PartialReport part : parts) {
      for (PartialReport finding : part.objects("findings")) {
        findings.add(new ReportMerge.Placed(finding.text("path"), finding.content()));
      }
      problems.addAll(part.array("problems").asList());
      addNumbers(part.object("summary").content(), summary);
    }
    JsonArray sorted = ReportMerge.byPath(findings);
    JsonObject counts = parts.getFirst().object("summary").object("findings").content().deepCopy();
    count(sorted, counts);
    summary.add("findings", counts);
    merged.add("summary", summary);
    merged.add("findings", sorted);
    merged.add("problems", ReportMerge.distinct(problems));
    return merged;
  }

  /** Adds up the numbers; whatever else there is keeps its place. */
  private static void addNumbers(JsonObject from, JsonObject to) {
    for (Map.Entry<String, JsonElement> member : from.entrySet()) {
      JsonElement sum = to.get(member.getKey());
      if (!(member.getValue() instanceof JsonPrimitive number) || !number.isNumber()) {
        to.add(member.getKey(), member.getValue());
      } else {
        to.addProperty(member.getKey(), number.getAsInt() + (sum == null ? 0 : sum.getAsInt()));
      }
    }
  }

  private static void count(JsonArray findings, JsonObject counts) {
    for (String impact : List.copyOf(counts.keySet())) {
      JsonPrimitive word = new JsonPrimitive(impact);
      long count = findings
        .asList()
        .stream()
        .filter(finding -> word.equals(finding.getAsJsonObject().get("impact")))
        .count();
      counts.addProperty(impact, count);
    }
  }
}
