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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the shared libraries of tree-sitter and its grammars: those that the build compiled for this platform, else the ready-made
 * ones, which parse about three times as slowly. They are looked for in the installation's folder ({@code
 * -Dperfreview.home=…/lib/natives}) and on the class path. jtreesitter finds this class as a {@link NativeLibraryLookup} service.
 *
 * <p>{@code -Dperfreview.natives=ready-made} skips the compiled ones, to compare the two or to rule them out.
 */
// Loading a library is restricted: the launcher grants native access to the class path.
@SuppressWarnings("restricted")
public final class NativeLibraries implements NativeLibraryLookup {

  /** Where a library came from. */
  public enum Origin {
    /** Compiled with optimisation by the build. */
    COMPILED,
    /** The ready-made one of Maven Central, the fallback. */
    READY_MADE,
  }

  /**
   * A library that is in use.
   *
   * @param name its base name, for example {@code tree-sitter-python}
   * @param origin where it came from
   * @param reason why it is not the compiled one; empty when it is
   */
  public record Loaded(String name, Origin origin, String reason) {}

  /**
   * An open library.
   *
   * @param language the address of the {@code TSLanguage} in it; 0 in tree-sitter's core
   */
  private record Library(Loaded loaded, Path file, long language) {}

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
  private static final String CORE = "tree-sitter";
  private static final String FOLDER = "/dev/perfreview/natives/";
  private static final Map<String, Library> LIBRARIES = new ConcurrentHashMap<>();

  /** For the service loader. */
  public NativeLibraries() {}

  @Override
  public SymbolLookup get(Arena arena) {
    return SymbolLookup.libraryLookup(library(CORE).file(), arena);
  }

  /** The libraries in use so far, by name. Those of a language are loaded when its {@link Grammar} is first asked for. */
  public static List<Loaded> loaded() {
    return LIBRARIES.values().stream().map(Library::loaded).sorted(Comparator.comparing(Loaded::name)).toList();
  }

  /** tree-sitter's core. */
  static NativeTreeSitter treeSitter() {
    return library(CORE).loaded().origin() == Origin.COMPILED ? new CompiledTreeSitter() : new ReadyMadeTreeSitter();
  }

  /** Loads the grammar of a language; answers the address of its {@code TSLanguage}. */
  static long load(Language language) {
    return library(CORE + "-" + language.id()).language();
  }

  private static Library library(String name) {
    return LIBRARIES.computeIfAbsent(name, NativeLibraries::open);
  }

  private static Library open(String name) {
    List<String> reasons = new ArrayList<>();
    for (Origin origin : Origin.values()) {
      if (origin == Origin.COMPILED && "ready-made".equals(System.getProperty("perfreview.natives"))) {
        reasons.add("-Dperfreview.natives=ready-made");
        continue;
      }
      Optional<Path> file = locate(name, origin);
      if (file.isEmpty()) {
        reasons.add(origin == Origin.COMPILED ? "the build did not compile it" : "none for " + Platform.name());
        continue;
      }
      try {
        long grammar = languageIn(name, origin, file.get());
        String reason = String.join("; ", reasons);
        if (origin == Origin.READY_MADE && LIBRARIES.values().stream().noneMatch(NativeLibraries::isReadyMade)) {
          LOG.warn("parsing with the ready-made native libraries, about three times as slowly: {}: {}", name, reason);
        }
        return new Library(new Loaded(name, origin, reason), file.get(), grammar);
      } catch (IllegalArgumentException | UnsatisfiedLinkError unloadable) {
        reasons.add("cannot load the " + (origin == Origin.COMPILED ? "compiled" : "ready-made") + " one");
        LOG.debug("cannot load {}", file.get(), unloadable);
      }
    }
    throw new UnsatisfiedLinkError("no native library " + name + ": " + String.join("; ", reasons));
  }

  private static long languageIn(String name, Origin origin, Path file) {
    if (origin == Origin.COMPILED) {
      System.load(file.toAbsolutePath().toString());
      return CompiledTreeSitter.languageIn(name);
    }
    return ReadyMadeTreeSitter.languageIn(name, SymbolLookup.libraryLookup(file, Arena.global()));
  }

  private static boolean isReadyMade(Library library) {
    return library.loaded().origin() == Origin.READY_MADE;
  }

  private static Optional<Path> locate(String name, Origin origin) {
    String fileName = name + Platform.libraryExtension();
    String relative = switch (origin) {
      case COMPILED -> "compiled/" + fileName;
      case READY_MADE -> "ready-made/lib/" + Platform.name() + "-" + fileName;
    };
    String home = System.getProperty("perfreview.home");
    if (home != null) {
      Path installed = Path.of(home, "lib", "natives").resolve(relative);
      if (Files.isRegularFile(installed)) {
        return Optional.of(installed);
      }
    }
    return Optional.ofNullable(NativeLibraries.class.getResource(FOLDER + relative)).map(found ->
      asFile(found, fileName)
    );
  }

  private static Path asFile(URL resource, String fileName) {
    if (resource.getProtocol().equals("file")) {
      return Path.of(URI.create(resource.toString()));
    }
    try (InputStream content = resource.openStream()) {
      Path folder = Files.createTempDirectory("perf-review-natives");
      Path file = folder.resolve(fileName);
      Files.copy(content, file);
      file.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot unpack " + fileName, failure);
    }
  }
}
