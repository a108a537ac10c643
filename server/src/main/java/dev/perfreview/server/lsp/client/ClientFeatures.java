package dev.perfreview.server.lsp.client;

import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.commands.CommandNames;
import org.eclipse.lsp4j.MarkupKind;

/**
 * What the client can do, read once from its capabilities; all that it does not mention it cannot.
 *
 * @param positionEncoding what columns count in this session
 * @param relatedInformation diagnostics may point to further places
 * @param codeDescription diagnostics may link to a description of their code
 * @param codeActionResolve the edit of a code action may be asked for when the action is chosen
 * @param documentChanges workspace edits may name the version that they are for
 * @param markdownHover hovers may be Markdown
 * @param configurationPull the server may ask for settings
 * @param configurationRegistration the server may ask to hear of changed settings
 * @param watcherRegistration the server may ask for files to be watched
 * @param pullsDiagnostics the client asks for diagnostics, and can be told to ask again; a client that cannot be told would miss what
 *     changes without an edit of its own, and is pushed to
 * @param codeLensResolve what a code lens says may be asked for when it is shown; 3.17 has no word for that
 * @param codeLensRefresh the client can be told to ask for code lenses again
 * @param showsHotPaths the client has a command of its own, {@link CommandNames#SHOW_HOT_PATHS}, and says so in
 *     {@code experimental.commands.commands}, as rust-analyzer asks for it
 * @param showDocument the server may ask for a document to be shown
 * @param notebooks the client knows notebooks, and sends their cells
 * @param workDoneProgress the server may show how far its work has come
 */
public record ClientFeatures(
  PositionEncoding positionEncoding,
  boolean relatedInformation,
  boolean codeDescription,
  boolean codeActionResolve,
  boolean documentChanges,
  boolean markdownHover,
  boolean configurationPull,
  boolean configurationRegistration,
  boolean watcherRegistration,
  boolean pullsDiagnostics,
  boolean codeLensResolve,
  boolean codeLensRefresh,
  boolean showsHotPaths,
  boolean showDocument,
  boolean notebooks,
  boolean workDoneProgress
) {
  /** Reads the capabilities of the {@code initialize} request. */
  public static ClientFeatures of(JsonObject capabilities) {
    JsonObject text = Json.object(capabilities, "textDocument");
    JsonObject workspace = Json.object(capabilities, "workspace");
    JsonObject window = Json.object(capabilities, "window");
    JsonObject pulled = Json.object(text, "diagnostic");
    JsonObject pushed = Json.object(text, "publishDiagnostics");
    JsonObject codeAction = Json.object(text, "codeAction");
    return new ClientFeatures(
      PositionEncoding.firstOf(Json.elements(Json.object(capabilities, "general"), "positionEncodings")),
      Json.isTrue(pushed, "relatedInformation") || Json.isTrue(pulled, "relatedInformation"),
      Json.isTrue(pushed, "codeDescriptionSupport") || Json.isTrue(pulled, "codeDescriptionSupport"),
      Json.isTrue(codeAction, "dataSupport") &&
        Json.lists(Json.object(codeAction, "resolveSupport"), "properties", "edit"),
      Json.isTrue(Json.object(workspace, "workspaceEdit"), "documentChanges"),
      Json.lists(Json.object(text, "hover"), "contentFormat", MarkupKind.MARKDOWN),
      Json.isTrue(workspace, "configuration"),
      Json.isTrue(Json.object(workspace, "didChangeConfiguration"), "dynamicRegistration"),
      Json.isTrue(Json.object(workspace, "didChangeWatchedFiles"), "dynamicRegistration"),
      text.get("diagnostic") instanceof JsonObject &&
        Json.isTrue(Json.object(workspace, "diagnostics"), "refreshSupport"),
      Json.lists(Json.object(Json.object(text, "codeLens"), "resolveSupport"), "properties", "command"),
      Json.isTrue(Json.object(workspace, "codeLens"), "refreshSupport"),
      Json.lists(
        Json.object(Json.object(capabilities, "experimental"), "commands"),
        "commands",
        CommandNames.SHOW_HOT_PATHS
      ),
      Json.isTrue(Json.object(window, "showDocument"), "support"),
      capabilities.get("notebookDocument") instanceof JsonObject,
      Json.isTrue(window, "workDoneProgress")
    );
  }
}
