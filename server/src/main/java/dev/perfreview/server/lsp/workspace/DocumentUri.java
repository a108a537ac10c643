package dev.perfreview.server.lsp.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads the URIs that clients give: of files, of unsaved documents ({@code untitled:}), of notebook cells, and malformed ones. */
public final class DocumentUri {

  private DocumentUri() {}

  /**
   * The path in a URI, decoded, with {@code /} between its parts; of a Windows file without the slash before
   * the drive letter, which clients write large or small and here is small. A
   * URI that cannot be read answers what stands after its scheme.
   */
  public static String pathOf(String uri) {
    String path;
    try {
      URI parsed = new URI(uri);
      path = parsed.getPath() != null ? parsed.getPath() : parsed.getSchemeSpecificPart();
    } catch (URISyntaxException malformed) {
      path = uri.substring(uri.indexOf(':') + 1);
    }
    return isWindowsPath(path) ? path.substring(1, 2).toLowerCase(Locale.ROOT) + path.substring(2) : path;
  }

  /** {@code /C:/code}, for one. */
  private static boolean isWindowsPath(String path) {
    return (
      path.length() >= 3 &&
      path.charAt(0) == '/' &&
      Character.isLetter(path.charAt(1)) &&
      path.charAt(2) == ':' &&
      (path.length() == 3 || path.charAt(3) == '/')
    );
  }

  /** What is the same for all spellings of the URI of one file; any other URI is itself. */
  public static String keyOf(String uri) {
    return fileOf(uri)
      .map(file -> file.normalize().toString())
      .orElse(uri);
  }

  /** The file of a {@code file:} URI; none for any other. */
  public static Optional<Path> fileOf(String uri) {
    if (!uri.toLowerCase(Locale.ROOT).startsWith("file:")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(new URI(uri)));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException malformed) {
      return Optional.empty();
    }
  }
}
