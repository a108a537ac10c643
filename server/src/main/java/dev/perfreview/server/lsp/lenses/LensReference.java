package dev.perfreview.server.lsp.lenses;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.syntax.TextRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a code lens. It travels in the lens's {@code data} from the list of lenses to the one that is shown.
 *
 * @param uri the document
 * @param analysis the number of the analysis that its place comes from
 * @param reason how often the function runs, and how that is known
 * @param function where the function is
 */
public record LensReference(String uri, long analysis, String reason, TextRange function) {
  /** As it travels. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("uri", uri);
    json.addProperty("analysis", analysis);
    json.addProperty("reason", reason);
    json.addProperty("start", function.start());
    json.addProperty("end", function.end());
    return json;
  }

  /** Reads what a client sent back; none when it is not ours. */
  public static Optional<LensReference> read(@Nullable Object data) {
    if (
      data instanceof JsonObject json &&
      isString(json.get("uri")) &&
      isString(json.get("reason")) &&
      isNumber(json.get("analysis")) &&
      isNumber(json.get("start")) &&
      isNumber(json.get("end"))
    ) {
      int start = Math.max(0, json.get("start").getAsInt());
      return Optional.of(
        new LensReference(
          json.get("uri").getAsString(),
          json.get("analysis").getAsLong(),
          json.get("reason").getAsString(),
          new TextRange(start, Math.max(start, json.get("end").getAsInt()))
        )
      );
    }
    return Optional.empty();
  }

  private static boolean isString(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive text && text.isString();
  }

  private static boolean isNumber(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive number && number.isNumber();
  }
}
