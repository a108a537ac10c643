package dev.perfreview.server.lsp.actions;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.diagnostics.FindingReference;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names what a code action does. It travels in the action's {@code data} from the list of actions to the one that the user chooses.
 *
 * @param uri the document
 * @param kind what is done
 * @param finding about which finding; of {@link Kind#FIX_ALL} only its analysis counts
 * @param fix which of the finding's fixes; zero for other kinds
 */
public record ActionReference(String uri, Kind kind, FindingReference finding, int fix) {
  /** What a code action does. */
  public enum Kind {
    /** Applies a fix. */
    FIX("fix"),
    /** Silences the finding with a comment at its line. */
    IGNORE_HERE("ignore-here"),
    /** Silences the finding's rule with a comment for the file. */
    IGNORE_IN_FILE("ignore-in-file"),
    /** Applies all safe fixes. */
    FIX_ALL("fix-all");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** As it travels. */
  public JsonObject toJson() {
    JsonObject json = finding.toJson();
    json.addProperty("uri", uri);
    json.addProperty("action", kind.word);
    json.addProperty("fix", fix);
    return json;
  }

  /** Reads what a client sent back; none when it is not ours. */
  public static Optional<ActionReference> read(@Nullable Object data) {
    if (!(data instanceof JsonObject json)) {
      return Optional.empty();
    }
    Optional<Kind> kind = Arrays.stream(Kind.values())
      .filter(candidate -> candidate.word.equals(string(json.get("action"))))
      .findFirst();
    String uri = string(json.get("uri"));
    JsonElement fix = json.get("fix");
    if (kind.isEmpty() || uri == null || !FindingReference.isNumber(fix)) {
      return Optional.empty();
    }
    return FindingReference.read(data).map(finding -> new ActionReference(uri, kind.get(), finding, fix.getAsInt()));
  }

  private static @Nullable String string(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
  }
}
