package dev.perfreview.server.lsp.workspace;

import java.util.Optional;

/**
 * A folder that is open in the client.
 *
 * @param uri as the client writes it
 * @param path its path with {@code /} between the parts and none at the end
 */
public record Folder(String uri, String path) {
  /** The folder of a URI. */
  public static Folder of(String uri) {
    String path = DocumentUri.pathOf(uri);
    return new Folder(uri, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** The path of a document from this folder; none when it lies elsewhere. */
  Optional<String> relativize(String documentPath) {
    return documentPath.startsWith(path + "/")
      ? Optional.of(documentPath.substring(path.length() + 1))
      : Optional.empty();
  }
}
