package dev.perfreview.server.lsp.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.commands.CommandNames;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeLensCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

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
  public static ClientFeatures of(@Nullable ClientCapabilities capabilities) {
    TextDocumentClientCapabilities text = get(capabilities, ClientCapabilities::getTextDocument);
    WorkspaceClientCapabilities workspace = get(capabilities, ClientCapabilities::getWorkspace);
    WindowClientCapabilities window = get(capabilities, ClientCapabilities::getWindow);
    DiagnosticCapabilities pulled = get(text, TextDocumentClientCapabilities::getDiagnostic);
    PublishDiagnosticsCapabilities diagnostics = get(text, TextDocumentClientCapabilities::getPublishDiagnostics);
    return new ClientFeatures(
      PositionEncoding.firstOf(
        get(get(capabilities, ClientCapabilities::getGeneral), GeneralClientCapabilities::getPositionEncodings)
      ),
      isTrue(get(diagnostics, PublishDiagnosticsCapabilities::getRelatedInformation)) ||
        isTrue(get(pulled, DiagnosticCapabilities::getRelatedInformation)),
      isTrue(get(diagnostics, PublishDiagnosticsCapabilities::getCodeDescriptionSupport)) ||
        isTrue(get(pulled, DiagnosticCapabilities::getCodeDescriptionSupport)),
      resolvesEdits(get(text, TextDocumentClientCapabilities::getCodeAction)),
      isTrue(get(get(workspace, WorkspaceClientCapabilities::getWorkspaceEdit), edit -> edit.getDocumentChanges())),
      readsMarkdown(get(text, TextDocumentClientCapabilities::getHover)),
      isTrue(get(workspace, WorkspaceClientCapabilities::getConfiguration)),
      isTrue(
        get(get(workspace, WorkspaceClientCapabilities::getDidChangeConfiguration), change ->
          change.getDynamicRegistration()
        )
      ),
      isTrue(
        get(get(workspace, WorkspaceClientCapabilities::getDidChangeWatchedFiles), watch ->
          watch.getDynamicRegistration()
        )
      ),
      pulled != null &&
        isTrue(
          get(get(workspace, WorkspaceClientCapabilities::getDiagnostics), diagnostic -> diagnostic.getRefreshSupport())
        ),
      resolvesCommands(get(text, TextDocumentClientCapabilities::getCodeLens)),
      isTrue(get(get(workspace, WorkspaceClientCapabilities::getCodeLens), lens -> lens.getRefreshSupport())),
      names(get(capabilities, ClientCapabilities::getExperimental), CommandNames.SHOW_HOT_PATHS),
      isTrue(get(get(window, WindowClientCapabilities::getShowDocument), ShowDocumentCapabilities::isSupport)),
      get(capabilities, ClientCapabilities::getNotebookDocument) != null,
      isTrue(get(window, WindowClientCapabilities::getWorkDoneProgress))
    );
  }

  private static boolean resolvesEdits(@Nullable CodeActionCapabilities actions) {
    List<String> properties = get(get(actions, CodeActionCapabilities::getResolveSupport), resolve ->
      resolve.getProperties()
    );
    return (
      isTrue(get(actions, CodeActionCapabilities::getDataSupport)) && properties != null && properties.contains("edit")
    );
  }

  private static boolean resolvesCommands(@Nullable CodeLensCapabilities lenses) {
    List<String> properties = get(get(lenses, CodeLensCapabilities::getResolveSupport), resolve ->
      resolve.getProperties()
    );
    return properties != null && properties.contains("command");
  }

  private static boolean names(@Nullable Object experimental, String command) {
    return (
      experimental instanceof JsonObject all &&
      all.get("commands") instanceof JsonObject commands &&
      commands.get("commands") instanceof JsonArray names &&
      names.contains(new JsonPrimitive(command))
    );
  }

  private static boolean readsMarkdown(@Nullable HoverCapabilities hover) {
    List<String> formats = get(hover, HoverCapabilities::getContentFormat);
    return formats != null && formats.contains(MarkupKind.MARKDOWN);
  }

  private static <T, R> @Nullable R get(@Nullable T parent, Function<T, @Nullable R> getter) {
    return parent == null ? null : getter.apply(parent);
  }

  private static boolean isTrue(@Nullable Boolean capability) {
    return Boolean.TRUE.equals(capability);
  }
}
