package dev.perfreview.server.lsp.notebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which open documents are cells, and of which notebook. Thread-safe. */
public final class Cells {

  private static final String SCHEME = "vscode-notebook-cell:";

  private final Map<String, String> notebooks = new ConcurrentHashMap<>();

  /** Takes a cell of a notebook. */
  public void open(String cell, String notebook) {
    notebooks.put(cell, notebook);
  }

  /** Forgets a cell. */
  public void close(String cell) {
    notebooks.remove(cell);
  }

  /** Whether a document is a cell; some clients open cells as plain documents. */
  public boolean contains(String uri) {
    return notebooks.containsKey(uri) || uri.startsWith(SCHEME);
  }

  /** The URI that tells where a document lies: for a cell its notebook's. */
  public String placeOf(String uri) {
    return notebooks.getOrDefault(uri, uri);
  }
}
