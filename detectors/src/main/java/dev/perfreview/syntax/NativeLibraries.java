package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Finds the shared libraries of tree-sitter and its grammars on the class path: those that the build compiled for this platform,
 * else the ready-made ones. jtreesitter finds this class as a {@link NativeLibraryLookup} service.
 */
// Loading a library is restricted: the launcher grants native access to the class path.
@SuppressWarnings("restricted")
public final class NativeLibraries implements NativeLibraryLookup {

  private static final String FOLDER = "/dev/perfreview/natives/";

  /** For the service loader. */
  public NativeLibraries() {}

  @Override
  public SymbolLookup get(Arena arena) {
    return SymbolLookup.libraryLookup(locate("tree-sitter"), arena);
  }

  static io.github.treesitter.jtreesitter.Language load(Language language) {
    String name = "tree-sitter-" + language.id();
    SymbolLookup symbols = SymbolLookup.libraryLookup(locate(name), Arena.global());
    return io.github.treesitter.jtreesitter.Language.load(symbols, "tree_sitter_" + language.id());
  }

  private static Path locate(String name) {
    String extension = isMac() ? ".dylib" : isWindows() ? ".dll" : ".so";
    URL compiled = NativeLibraries.class.getResource(FOLDER + "compiled/" + name + extension);
    URL found =
      compiled != null
        ? compiled
        : NativeLibraries.class.getResource(FOLDER + "ready-made/lib/" + platform() + "-" + name + extension);
    if (found == null) {
      throw new UnsatisfiedLinkError("no native library " + name + " for " + platform());
    }
    return asFile(found, name + extension);
  }

  private static Path asFile(URL resource, String fileName) {
    if (resource.getProtocol().equals("file")) {
      return Path.of(URI.create(resource.toString()));
    }
    try (InputStream content = resource.openStream()) {
      Path folder = Files.createTempDirectory("perf-review-natives");
      Path file = folder.resolve(fileName);
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      file.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot unpack " + fileName, failure);
    }
  }

  private static String platform() {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return architecture + (isMac() ? "-macos" : isWindows() ? "-windows" : "-linux-gnu");
  }

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  }
}
