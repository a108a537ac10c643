package dev.perfreview.server.lsp;

import com.google.gson.Gson;
import org.eclipse.lsp4j.ClientCapabilities;

/** Capabilities of clients, written as they stand on the wire. */
final class Capabilities {

  private Capabilities() {}

  /** A client that knows no more than LSP's first version. */
  static ClientCapabilities none() {
    return of("{}");
  }

  /** A client that can do all that the server makes use of, but answers no requests for settings or registrations. */
  static ClientCapabilities all() {
    return of(
      """
      {
        "workspace": { "workspaceEdit": { "documentChanges": true }, "workspaceFolders": true },
        "textDocument": {
          "hover": { "contentFormat": ["markdown", "plaintext"] },
          "codeAction": {
            "dataSupport": true,
            "isPreferredSupport": true,
            "resolveSupport": { "properties": ["edit"] },
            "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source.fixAll"] } }
          },
          "publishDiagnostics": {
            "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "versionSupport": true
          }
        }
      }
      """
    );
  }

  /** A client that pulls diagnostics, and can be told to do so again; it has code lenses, too. */
  static ClientCapabilities pulling() {
    return of(
      """
      {
        "workspace": {
          "diagnostics": { "refreshSupport": true }, "codeLens": { "refreshSupport": true },
          "workspaceEdit": { "documentChanges": true }, "workspaceFolders": true
        },
        "textDocument": {
          "diagnostic": { "relatedDocumentSupport": true },
          "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true }
        },
        "window": { "workDoneProgress": true }
      }
      """
    );
  }

  static ClientCapabilities of(String json) {
    return new Gson().fromJson(json, ClientCapabilities.class);
  }
}
