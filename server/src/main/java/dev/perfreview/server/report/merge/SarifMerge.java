package dev.perfreview.server.report.merge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges reports in the format sarif, each with one run of perf-review: one run with all results, and each rule once. */
final class SarifMerge {

  private static final String BASE = "uriBaseId";
  private static final String BASES = "originalUriBaseIds";
  private static final String NOTIFICATIONS = "toolExecutionNotifications";

  private final TreeMap<String, JsonObject> rules = new TreeMap<>();
  private final JsonObject bases = new JsonObject();
  private final List<ReportMerge.Placed> results = new ArrayList<>();
  private final List<JsonElement> notifications = new ArrayList<>();
  private boolean successful = true;

  private SarifMerge() {}

  static JsonObject of(List<PartialReport> parts) {
    for (PartialReport part : parts) {
      if (!driverOf(part).has("name", new JsonPrimitive("perf-review"))) {
        throw new IllegalArgumentException(part.name() + " was written by another tool");
      }
    }
    ReportMerge.requireSame(parts, "were written by different versions of perf-review", part ->
      driverOf(part).text("version")
    );
    ReportMerge.requireSame(parts, "count columns differently", part -> runOf(part).text("columnKind"));
    SarifMerge merge = new SarifMerge();
    parts.forEach(part -> merge.add(runOf(new PartialReport(part.name(), part.content().deepCopy()))));
    PartialReport merged = new PartialReport("", parts.getFirst().content().deepCopy());
    merge.writeTo(runOf(merged));
    return merged.content();
  }

  private static PartialReport runOf(PartialReport part) {
    return part.only("runs");
  }

  private static PartialReport driverOf(PartialReport part) {
    return runOf(part).object("tool").object("driver");
  }

  private void add(PartialReport run) {
    for (PartialReport rule : run.object("tool").object("driver").objects("rules")) {
      rules.putIfAbsent(rule.text("id"), rule.content());
    }
    Map<String, String> renamed = addBases(run.object(BASES).content());
    for (PartialReport result : run.objects("results")) {
      rename(result.content(), renamed);
      results.add(new ReportMerge.Placed(pathOf(result), result.content()));
    }
    PartialReport invocation = run.only("invocations");
    successful &= invocation.has("executionSuccessful", new JsonPrimitive(true));
    notifications.addAll(invocation.array(NOTIFICATIONS).asList());
  }

  /** Takes the folders that results are told from; the answer says how each is called in the whole, for two runs may call two folders the same. */
  private Map<String, String> addBases(JsonObject more) {
    Map<String, String> renamed = new HashMap<>();
    for (Map.Entry<String, JsonElement> base : more.entrySet()) {
      String name = bases
        .entrySet()
        .stream()
        .filter(known -> known.getValue().equals(base.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> freeName(base.getKey()));
      bases.add(name, base.getValue());
      renamed.put(base.getKey(), name);
    }
    return renamed;
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int number = 2; bases.has(name); number++) {
      name = "ROOT-" + number;
    }
    return name;
  }

  private static void rename(JsonElement element, Map<String, String> renamed) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> rename(each, renamed));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (object.has(BASE)) {
        String name = object.get(BASE).getAsString();
        object.addProperty(BASE, renamed.getOrDefault(name, name));
      }
      object.entrySet().forEach(member -> rename(member.getValue(), renamed));
    }
  }

  private String pathOf(PartialReport result) {
    PartialReport file = result.only("locations").object("physicalLocation").object("artifactLocation");
    URI path = URI.create(file.text("uri"));
    if (!(bases.get(file.text(BASE)) instanceof JsonObject base)) {
      return path.getPath();
    }
    return URI.create(new PartialReport(result.name(), base).text("uri")).resolve(path).getPath();
  }

  private void writeTo(PartialReport run) {
    List<String> ids = List.copyOf(rules.keySet());
    JsonArray all = new JsonArray();
    rules.values().forEach(all::add);
    run.object("tool").object("driver").content().add("rules", all);
    for (ReportMerge.Placed result : results) {
      JsonObject object = result.element().getAsJsonObject();
      if (object.has("ruleIndex")) {
        object.addProperty("ruleIndex", ids.indexOf(object.get("ruleId").getAsString()));
      }
    }
    run.content().add(BASES, bases);
    PartialReport invocation = run.only("invocations");
    invocation.content().addProperty("executionSuccessful", successful);
    invocation.content().add(NOTIFICATIONS, ReportMerge.distinct(notifications));
    run.content().add("results", ReportMerge.byPath(results));
  }
}
