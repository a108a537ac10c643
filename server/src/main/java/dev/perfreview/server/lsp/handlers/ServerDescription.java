package dev.perfreview.server.lsp.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.actions.CodeActions;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.commands.CommandNames;
import dev.perfreview.syntax.Language;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.FileOperationPatternKind;

/**
 * What the server says of itself in answer to {@code initialize}. Written as JSON: Gson would look at LSP4J's classes for it by reflection before the
 * first answer.
 */
public final class ServerDescription {

  private static final JsonPrimitive TRUE = new JsonPrimitive(true);

  /** {@code TextDocumentSyncKind.Incremental}. */
  private static final int INCREMENTAL = 2;

  private ServerDescription() {}

  /** The server's name, version and capabilities, as far as they are of use to a client with these features. */
  public static JsonObject to(ClientFeatures client) {
    String version = ServerDescription.class.getPackage().getImplementationVersion();
    JsonObject information = object("name", new JsonPrimitive("perf-review"));
    information.addProperty("version", version == null ? "development" : version);
    JsonObject description = object("capabilities", capabilities(client));
    description.add("serverInfo", information);
    return description;
  }

  private static JsonObject capabilities(ClientFeatures client) {
    JsonObject capabilities = new JsonObject();
    capabilities.addProperty("positionEncoding", client.positionEncoding().kind());
    JsonObject sync = object("openClose", TRUE);
    sync.addProperty("change", INCREMENTAL);
    sync.add("save", object("includeText", new JsonPrimitive(false)));
    capabilities.add("textDocumentSync", sync);
    JsonObject actions = object("codeActionKinds", strings(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL_KIND)));
    actions.add("resolveProvider", TRUE);
    capabilities.add("codeActionProvider", actions);
    capabilities.add("hoverProvider", TRUE);
    capabilities.add("codeLensProvider", object("resolveProvider", TRUE));
    if (client.notebooks()) {
      capabilities.add("notebookDocumentSync", notebooks());
    }
    JsonObject commands = object("commands", strings(CommandNames.announced()));
    commands.add("workDoneProgress", TRUE);
    capabilities.add("executeCommandProvider", commands);
    if (client.pullsDiagnostics()) {
      capabilities.add("diagnosticProvider", pulledDiagnostics());
    }
    JsonObject folders = object("supported", TRUE);
    folders.add("changeNotifications", TRUE);
    JsonObject workspace = object("workspaceFolders", folders);
    workspace.add("fileOperations", fileOperations());
    capabilities.add("workspace", workspace);
    return capabilities;
  }

  private static JsonObject notebooks() {
    JsonObject python = object("notebook", new JsonPrimitive("*"));
    python.add("cells", array(object("language", new JsonPrimitive(Language.PYTHON.id()))));
    JsonObject notebooks = object("notebookSelector", array(python));
    notebooks.add("save", TRUE);
    return notebooks;
  }

  private static JsonObject pulledDiagnostics() {
    JsonObject diagnostics = object("interFileDependencies", TRUE);
    diagnostics.add("workspaceDiagnostics", TRUE);
    diagnostics.addProperty("identifier", "perf-review");
    diagnostics.add("workDoneProgress", TRUE);
    return diagnostics;
  }

  /** Of what the user does to files in the editor. There is nothing to edit when a file is renamed, so the server does not ask before. */
  private static JsonObject fileOperations() {
    JsonObject all = object(
      "filters",
      array(
        filter(Initialized.SOURCE_FILES, FileOperationPatternKind.File),
        filter("**", FileOperationPatternKind.Folder)
      )
    );
    JsonObject operations = object("didCreate", all);
    operations.add("didRename", all);
    operations.add("didDelete", all);
    return operations;
  }

  private static JsonObject filter(String glob, String kind) {
    JsonObject pattern = object("glob", new JsonPrimitive(glob));
    pattern.addProperty("matches", kind);
    JsonObject filter = object("scheme", new JsonPrimitive("file"));
    filter.add("pattern", pattern);
    return filter;
  }

  private static JsonObject object(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonArray array(JsonElement... elements) {
    JsonArray array = new JsonArray();
    for (JsonElement element : elements) {
      array.add(element);
    }
    return array;
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
