package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.util.Optional;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/** {@code textDocument/didOpen}: takes a document of a language that is reviewed. */
public final class DidOpen implements NotificationHandler<DidOpenTextDocumentParams> {

  @Override
  public void handle(Session session, DidOpenTextDocumentParams parameters) {
    open(session, parameters.getTextDocument());
  }

  static void open(Session session, TextDocumentItem opened) {
    languageOf(opened).ifPresent(language -> {
      session
        .documents()
        .open(new DocumentSnapshot(opened.getUri(), language, opened.getVersion(), new SourceText(opened.getText())));
      session.workspaceFindingsIfAsked().ifPresent(closed -> closed.opened(opened.getUri()));
    });
    session.indexer().edited(opened.getUri());
    session.bases().look();
  }

  /**
   * What the file's name says; where it says nothing, what the client says. Emacs 28's Eglot calls every document by the language
   * that it started the server for.
   */
  private static Optional<Language> languageOf(TextDocumentItem opened) {
    return Language.ofFileName(DocumentUri.pathOf(opened.getUri())).or(() -> Language.ofId(opened.getLanguageId()));
  }
}
