package dev.perfreview.server.lsp.document;

import dev.perfreview.server.lsp.workspace.DocumentUri;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The documents that are open in the client, by URI. Opened, changed and closed by the reader thread only; read by all. */
public final class Documents {

  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final DocumentReview review;
  private final Executor pool;

  /**
   * @param review analyses and hears of the outcome
   * @param pool where documents are parsed and analysed
   */
  public Documents(DocumentReview review, Executor pool) {
    this.review = review;
    this.pool = pool;
  }

  /** Opens a document; one that the client opens twice starts afresh. */
  public void open(DocumentSnapshot first) {
    OpenDocument document = new OpenDocument(first, review, pool);
    OpenDocument forgotten = open.put(first.uri(), document);
    if (forgotten != null) {
      forgotten.close();
    }
    document.open();
  }

  /** The open document of a URI; none when it is not open or of no language that is reviewed. */
  public Optional<OpenDocument> find(String uri) {
    return Optional.ofNullable(open.get(uri));
  }

  /** The open document of a file, however the URI of either is written. */
  public Optional<OpenDocument> findFile(String uri) {
    return find(uri).or(() -> {
      String key = DocumentUri.keyOf(uri);
      return open
        .values()
        .stream()
        .filter(document -> key.equals(DocumentUri.keyOf(document.snapshot().uri())))
        .findFirst();
    });
  }

  /** All open documents. */
  public Collection<OpenDocument> all() {
    return open.values();
  }

  /** Closes a document and frees its native memory; answers the version that was open. */
  public Optional<DocumentSnapshot> close(String uri) {
    OpenDocument document = open.remove(uri);
    if (document == null) {
      return Optional.empty();
    }
    document.close();
    return Optional.of(document.snapshot());
  }

  /** Closes all documents. */
  public void closeAll() {
    open.keySet().forEach(this::close);
  }
}
