package dev.perfreview.server.lsp.diagnostics;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a finding of an analysis. It travels in the {@code data} of a diagnostic and of a code action, so that the client's choice leads
 * straight back to the finding: nothing is analysed again, and what refers to an analysis that is no longer the newest is recognised.
 *
 * @param analysis the analysis's number
 * @param index which of its findings
 */
public record FindingReference(long analysis, int index) {
  private static final String ANALYSIS = "analysis";
  private static final String INDEX = "finding";

  /** What a diagnostic on a line that is new or changed since the base has beside the reference, as {@code true}. */
  static final String CHANGED = "changed";

  /** As it travels. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty(ANALYSIS, analysis);
    json.addProperty(INDEX, index);
    return json;
  }

  /** Reads what a client sent back; none when it is not ours. */
  public static Optional<FindingReference> read(@Nullable Object data) {
    if (data instanceof JsonObject json && isNumber(json.get(ANALYSIS)) && isNumber(json.get(INDEX))) {
      return Optional.of(new FindingReference(json.get(ANALYSIS).getAsLong(), json.get(INDEX).getAsInt()));
    }
    return Optional.empty();
  }

  /** Whether a part of what a client sent back is a number. */
  public static boolean isNumber(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
  }

  /** The finding; none when the reference is to another analysis. */
  public Optional<ReportedFinding> in(DocumentAnalysis newest) {
    return newest.number() == analysis && 0 <= index && index < newest.findings().size()
      ? Optional.of(newest.findings().get(index))
      : Optional.empty();
  }
}
