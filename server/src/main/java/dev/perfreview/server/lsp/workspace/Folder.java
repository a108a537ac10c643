package dev.perfreview.server.lsp.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A folder that is open in the client.
 *
 * @param uri as the client writes it
 * @param path its path with {@code /} between the parts and none at the end
 */
public record Folder(String uri, String path) {
  // Written out, for at each start the VM spins classes for those that a record gets; the path follows from the URI.
  @Override
  public boolean equals(Object other) {
    return other instanceof Folder folder && folder.uri.equals(uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** The folder of a URI. */
  public static Folder of(String uri) {
    String path = DocumentUri.pathOf(uri);
    return new Folder(uri, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /**
   * The URI of a file in this folder, written as the client writes the folder's.
   *
   * @param relative its path from the folder, with {@code /}
   */
  public String uriOf(String relative) {
    String base = uri.endsWith("/") ? uri : uri + "/";
    try {
      return base + new URI(null, null, "/" + relative, null).toASCIIString().substring(1);
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(relative, impossible);
    }
  }

  /** The path of a document from this folder; none when it lies elsewhere. */
  Optional<String> relativize(String documentPath) {
    return documentPath.startsWith(path + "/")
      ? Optional.of(documentPath.substring(path.length() + 1))
      : Optional.empty();
  }
}
