package dev.perfreview.server.lsp.changes;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.review.FindingChange.State;
import dev.perfreview.server.review.report.ChangeMarkdown;
import dev.perfreview.server.review.report.ChangeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the review of the changes of one or more repositories came to.
 *
 * @param reports one a repository
 * @param markdown all of them, for people
 * @param file where that lies; nothing when nothing has changed, or nothing may be kept
 */
public record ChangeAnswer(List<ChangeReport> reports, String markdown, @Nullable Path file) {
  static ChangeAnswer of(List<ChangeReport> reports) {
    StringBuilder markdown = new StringBuilder();
    try {
      for (ChangeReport report : reports) {
        if (reports.size() > 1) {
          markdown
            .append(markdown.isEmpty() ? "" : "\n---\n\n")
            .append("Repository `")
            .append(report.folder())
            .append("`\n\n");
        }
        ChangeMarkdown.format().write(report, markdown);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new ChangeAnswer(List.copyOf(reports), markdown.toString(), null);
  }

  ChangeAnswer in(@Nullable Path place) {
    return new ChangeAnswer(reports, markdown, place);
  }

  /** Whether no file has changed. */
  public boolean isEmpty() {
    return reports.stream().allMatch(report -> report.review().change().paths().isEmpty());
  }

  /** For a person, when no file has changed. */
  public String nothingChanged() {
    return "nothing has changed since " + String.join(", ", bases()).replaceAll("`", "");
  }

  private List<String> bases() {
    return reports
      .stream()
      .map(report -> report.review().change().base())
      .distinct()
      .toList();
  }

  /** For a program; docs/protocol.md tells the fields. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("impact", impact().word());
    JsonObject counts = new JsonObject();
    counts.addProperty(
      "files",
      reports
        .stream()
        .mapToInt(report -> report.review().change().paths().size())
        .sum()
    );
    counts.addProperty("new", count(State.NEW));
    counts.addProperty("gone", count(State.GONE));
    counts.addProperty("known", count(State.KNOWN));
    json.add("counts", counts);
    JsonArray roots = new JsonArray();
    reports.forEach(report -> roots.add(report.folder().toString()));
    json.add("roots", roots);
    if (file != null) {
      json.addProperty("uri", file.toUri().toString());
    }
    json.addProperty("markdown", markdown);
    return json;
  }

  private Impact impact() {
    return reports
      .stream()
      .map(report -> report.review().impact())
      .max(Comparator.naturalOrder())
      .orElse(Impact.NEGLIGIBLE);
  }

  private int count(State state) {
    return reports
      .stream()
      .mapToInt(report -> report.review().of(state, report.least()).size())
      .sum();
  }
}
