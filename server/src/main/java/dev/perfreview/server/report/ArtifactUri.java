package dev.perfreview.server.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Paths as URI references (RFC 3986), which is how SARIF names files. */
final class ArtifactUri {

  private ArtifactUri() {}

  /** The absolute URI of a folder, ending with a slash, also when there is no such folder. */
  static String ofFolder(Path folder) {
    String uri = folder.toUri().toASCIIString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  /** The relative reference of a path with {@code /} between its parts. */
  static String ofRelative(String path) {
    try {
      String reference = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      // A colon in the first part would make that part a scheme (RFC 3986, 4.2).
      int colon = reference.indexOf(':');
      int slash = reference.indexOf('/');
      return colon >= 0 && (slash < 0 || colon < slash) ? "./" + reference : reference;
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(path, impossible);
    }
  }
}
