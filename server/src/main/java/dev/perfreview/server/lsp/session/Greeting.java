package dev.perfreview.server.lsp.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.Json;
import dev.perfreview.server.lsp.workspace.Folders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code initialize} tells. Read from its JSON as it is: LSP4J's class for it has some three hundred fields in eighty classes, each of which Gson
 * would look at by reflection before the first answer, and we ask for twenty.
 *
 * @param features what the client can do
 * @param folders the folders that are open
 * @param processId the client's process, where it says
 * @param options settings that the client sends before it can be asked
 */
public record Greeting(
  ClientFeatures features,
  Folders folders,
  @Nullable Integer processId,
  @Nullable JsonElement options
) {
  /** Reads the parameters of {@code initialize}; what is missing or is not what it should be is taken for absent. */
  public static Greeting of(@Nullable JsonElement parameters) {
    JsonObject all = parameters instanceof JsonObject object ? object : new JsonObject();
    return new Greeting(
      ClientFeatures.of(Json.object(all, "capabilities")),
      folders(all),
      Json.integer(all, "processId"),
      all.get("initializationOptions")
    );
  }

  /** {@code rootUri} and {@code rootPath} are deprecated, and all that clients without workspace folders send. */
  private static Folders folders(JsonObject parameters) {
    List<JsonElement> listed = Json.elements(parameters, "workspaceFolders");
    if (listed != null) {
      List<String> uris = new ArrayList<>();
      for (JsonElement folder : listed) {
        String uri = folder instanceof JsonObject object ? Json.string(object, "uri") : null;
        if (uri != null) {
          uris.add(uri);
        }
      }
      return Folders.ofUris(uris);
    }
    String uri = Json.string(parameters, "rootUri");
    String path = Json.string(parameters, "rootPath");
    return uri != null ? Folders.ofUris(List.of(uri)) : path != null ? Folders.ofPath(path) : Folders.ofUris(List.of());
  }
}
