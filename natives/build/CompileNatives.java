import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compiles tree-sitter and its Python and Rust grammars with the host's C compiler, from the C sources in the npm packages that
 * package-lock.json locks by hash. The ready-made libraries on Maven Central are built without optimisation: parsing with
 * them takes about three times as long.
 *
 * <p>Run by Maven as a single-file program: {@code java CompileNatives.java MODULE SOURCES OUTPUT}. Without a compiler or npm it leaves OUTPUT
 * empty and says so: the engine then falls back to the ready-made libraries. Results are kept in the user's cache under a hash of
 * everything that went into them.
 */
final class CompileNatives {

  /**
   * One shared library.
   *
   * @param name its base name
   * @param own its C files in this module
   * @param sources its C files below node_modules
   * @param includes its folders of headers below node_modules
   */
  record Library(String name, List<String> own, List<String> sources, List<String> includes) {}

  private static final List<Library> LIBRARIES = List.of(
    new Library(
      "tree-sitter",
      // It includes tree-sitter's own lib.c.
      List.of("src/perf_review.c"),
      List.of(),
      List.of("tree-sitter/vendor/tree-sitter/lib/include", "tree-sitter/vendor/tree-sitter/lib/src")
    ),
    grammar("python"),
    grammar("rust")
  );

  /** Where the JDK keeps jni.h and what it includes, which has a folder for each system. */
  private static final Path JNI = Path.of(System.getProperty("java.home"), "include");

  /** Without the two about symbols, each call between tree-sitter's files could be another library's, and none is inlined: 6 % of parsing. */
  private static final List<String> FLAGS = List.of(
    "-O3",
    "-std=c11",
    "-fPIC",
    "-shared",
    "-fvisibility=hidden",
    "-fno-semantic-interposition",
    "-D_DEFAULT_SOURCE",
    "-D_POSIX_C_SOURCE=200112L"
  );

  private static Library grammar(String language) {
    String folder = "tree-sitter-" + language + "/src";
    return new Library("tree-sitter-" + language, List.of("src/grammar_" + language + ".c"), List.of(folder + "/parser.c", folder + "/scanner.c"), List.of(folder));
  }

  public static void main(String[] arguments) throws Exception {
    Path module = Path.of(arguments[0]);
    Path sources = Path.of(arguments[1]);
    Path output = Path.of(arguments[2]);
    Files.createDirectories(output);
    Files.createDirectories(sources);
    String extension = libraryExtension();
    if (!Files.isRegularFile(JNI.resolve("jni.h"))) {
      fallBack("the JDK has no " + JNI.resolve("jni.h"));
      return;
    }
    Optional<String> compiler = findCompiler();
    if (compiler.isEmpty()) {
      fallBack("no C compiler (tried $CC, cc, gcc, clang)");
      return;
    }
    String version = run(sources, List.of(compiler.get(), "--version")).orElse("");
    Path cache = cacheFolder().resolve(hash(module, version));
    if (!LIBRARIES.stream().allMatch(library -> Files.isRegularFile(cache.resolve(library.name() + extension)))) {
      Optional<String> failure = compileAll(module, sources, compiler.get(), cache, extension);
      if (failure.isPresent()) {
        fallBack(failure.get());
        return;
      }
    }
    for (Library library : LIBRARIES) {
      String file = library.name() + extension;
      Path target = output.resolve(file);
      if (!Files.exists(target) || Files.mismatch(cache.resolve(file), target) != -1) {
        Files.copy(cache.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Fetches the sources and compiles every library into {@code cache}; the reason when that cannot be done. */
  private static Optional<String> compileAll(Path module, Path sources, String compiler, Path cache, String extension) throws IOException {
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.copy(module.resolve(file), sources.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    String npm = isWindows() ? "npm.cmd" : "npm";
    if (run(sources, List.of(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")).isEmpty()) {
      return Optional.of("npm could not fetch the C sources");
    }
    Files.createDirectories(cache);
    Path packages = sources.resolve("node_modules");
    for (Library library : LIBRARIES) {
      // Two builds at once must not see each other's half-written file, so each is moved into place when whole.
      Path unfinished = Files.createTempFile(cache, library.name(), extension);
      List<String> command = new ArrayList<>(List.of(compiler));
      command.addAll(FLAGS);
      command.addAll(List.of("-I" + JNI, "-I" + JNI.resolve(isWindows() ? "win32" : isMac() ? "darwin" : "linux")));
      library.includes().forEach(include -> command.add("-I" + packages.resolve(include)));
      library.own().forEach(source -> command.add(module.resolve(source).toString()));
      library.sources().forEach(source -> command.add(packages.resolve(source).toString()));
      command.addAll(List.of("-o", unfinished.toString()));
      if (run(sources, command).isEmpty()) {
        Files.deleteIfExists(unfinished);
        return Optional.of(compiler + " failed on " + library.name());
      }
      // A temporary file is its owner's alone; a library that ships is everyone's.
      unfinished.toFile().setReadable(true, false);
      unfinished.toFile().setExecutable(true, false);
      Files.move(unfinished, cache.resolve(library.name() + extension), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return Optional.empty();
  }

  private static void fallBack(String reason) {
    System.out.println("[WARNING] natives: " + reason + "; the ready-made libraries will be used, which parse about three times as slowly");
  }

  private static Optional<String> findCompiler() {
    List<String> candidates = new ArrayList<>();
    String chosen = System.getenv("CC");
    if (chosen != null && !chosen.isBlank()) {
      candidates.add(chosen);
    }
    candidates.addAll(List.of("cc", "gcc", "clang"));
    return candidates.stream().filter(candidate -> run(Path.of("."), List.of(candidate, "--version")).isPresent()).findFirst();
  }

  /** Runs a program; its output, or nothing when it cannot be started, fails or takes over ten minutes. */
  private static Optional<String> run(Path folder, List<String> command) {
    try {
      Path log = Files.createTempFile("perf-review-natives", ".log");
      try {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        String text = Files.readString(log);
        if (ended && process.exitValue() == 0) {
          return Optional.of(text);
        }
        process.destroyForcibly();
        System.out.println(text);
        return Optional.empty();
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException notStarted) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String hash(Path module, String compilerVersion) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(module.resolve("package-lock.json")));
    try (Stream<Path> own = Files.list(module.resolve("src"))) {
      for (Path source : own.sorted().toList()) {
        digest.update(Files.readAllBytes(source));
      }
    }
    digest.update(String.join(" ", FLAGS).getBytes());
    digest.update(compilerVersion.getBytes());
    digest.update((System.getProperty("os.name") + System.getProperty("os.arch")).getBytes());
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static Path cacheFolder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base = configured != null && !configured.isBlank() ? Path.of(configured) : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("perf-review").resolve("natives");
  }

  private static String libraryExtension() {
    return isWindows() ? ".dll" : isMac() ? ".dylib" : ".so";
  }

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  }
}
