package dev.perfreview.server.report.merge;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import dev.perfreview.server.report.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** Makes one report of those of the parts of a scan, in the format that they have: the one that the whole scan would have written. */
public final class ReportMerge {

  private ReportMerge() {}

  /** An element of a report and the path of the file that it is about. */
  record Placed(String path, JsonElement element) {}

  /**
   * The report of the whole.
   *
   * @param parts reports in the format json or sarif, at least one, all in the same
   * @throws IllegalArgumentException when they do not go together; the message says which and why
   */
  public static JsonObject of(List<PartialReport> parts) {
    boolean sarif = isSarif(parts.getFirst());
    for (PartialReport part : parts) {
      if (isSarif(part) != sarif) {
        throw new IllegalArgumentException(
          parts.getFirst().name() + " and " + part.name() + " are reports in different formats"
        );
      }
    }
    return sarif ? SarifMerge.of(parts) : JsonMerge.of(parts);
  }

  private static boolean isSarif(PartialReport part) {
    if (part.content().has("runs")) {
      return true;
    }
    if (part.content().has("schema") && part.content().has("findings")) {
      return false;
    }
    throw new IllegalArgumentException(part.name() + " is no report of perf-review in the format json or sarif");
  }

  /** Writes a report as {@link JsonReport} would have. */
  public static void write(JsonObject report, Appendable out) throws IOException {
    JsonWriter json = JsonReport.writer(out);
    new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(report, json);
    json.flush();
    out.append('\n');
  }

  /** The elements, each once, in the order of their paths; those of one path stay in their order. */
  static JsonArray byPath(Collection<Placed> elements) {
    JsonArray sorted = new JsonArray();
    new LinkedHashSet<>(elements)
      .stream()
      .sorted(Comparator.comparing(placed -> placed.path().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
      .forEach(placed -> sorted.add(placed.element()));
    return sorted;
  }

  /** The elements, each once. */
  static JsonArray distinct(Collection<JsonElement> elements) {
    JsonArray distinct = new JsonArray();
    new LinkedHashSet<>(elements).forEach(distinct::add);
    return distinct;
  }

  /**
   * Makes sure that the reports agree.
   *
   * @param difference what is told of two that do not
   * @param aspect what they have to agree in
   */
  static void requireSame(List<PartialReport> parts, String difference, Function<PartialReport, Object> aspect) {
    Object wanted = aspect.apply(parts.getFirst());
    for (PartialReport part : parts) {
      if (!aspect.apply(part).equals(wanted)) {
        throw new IllegalArgumentException(parts.getFirst().name() + " and " + part.name() + " " + difference);
      }
    }
  }
}
