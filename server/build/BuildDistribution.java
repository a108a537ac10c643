import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Lays out the folder that users get: launcher, jars, native libraries as files, the documents of the rules, a run-time image with just the
 * modules in use, and caches of loaded classes.
 *
 * <p>Run by Maven as a program of source files on the toolchain's JDK: {@code java BuildDistribution.java MODULE TARGET JAR STARTED CLASS-PATH}, where STARTED is
 * when the build began, as ISO 8601. A step whose inputs are as they were is left out.
 */
final class BuildDistribution {

  /** The engine's natives and documents: class-path folder, and where they go. */
  private static final String NATIVES = "dev/perfreview/natives/";
  private static final String DOCS = "rules/";

  /** Jars keep this time of change, which the launcher knows too: the cache of classes is only used while each has the time that it had when the cache was made. */
  private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /**
   * What the jars use of the JDK, as {@code jdeps} tells of each: logging is LSP4J's, management is JGit's, naming and XML are Logback's,
   * the unsupported one is Gson's. Gson's and LSP4J's use of java.sql is optional, and left out.
   */
  private static final List<String> MODULES = List.of("java.base", "java.logging", "java.management", "java.naming", "java.xml", "jdk.unsupported");

  /** Code to train on: what the rules find is in it. */
  private static final List<String> SAMPLES = List.of("examples", "detectors/src/test/resources/rules");

  private final Path module;
  private final Path distribution;
  private final Path lib;

  /** The classes of the jars, to be asked which extends which. */
  private final ClassLoader dependencies;

  /** Whether a jar or the run-time image is another than at the last build. */
  private boolean changed;

  private BuildDistribution(Path module, Path target, List<Path> jars) throws IOException {
    this.module = module;
    this.dependencies = loaderOf(jars);
    this.distribution = target.resolve("dist").resolve("perf-review");
    this.lib = Files.createDirectories(distribution.resolve("lib"));
  }

  public static void main(String[] arguments) throws Exception {
    List<Path> dependencies = Stream.of(arguments[4].split(java.io.File.pathSeparator))
      .map(Path::of)
      .filter(entry -> entry.toString().endsWith(".jar"))
      .toList();
    BuildDistribution build = new BuildDistribution(Path.of(arguments[0]), Path.of(arguments[1]), dependencies);
    Path stamp = build.distribution.resolve(".built");
    Files.deleteIfExists(stamp);
    build.copyJars(Path.of(arguments[2]), dependencies);
    build.unpackResources(dependencies);
    build.copyLaunchers();
    build.linkRuntime();
    build.cacheClasses();
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.parse(arguments[3])));
  }

  private static ClassLoader loaderOf(List<Path> jars) throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int index = 0; index < urls.length; index++) {
      urls[index] = jars.get(index).toUri().toURL();
    }
    return new URLClassLoader(urls);
  }

  /** Our jar, whose manifest names the others, and the others without signatures. */
  private void copyJars(Path own, List<Path> dependencies) throws IOException {
    List<Path> current = new ArrayList<>();
    current.add(copyJar(own, lib.resolve("perf-review.jar")));
    for (Path dependency : dependencies) {
      current.add(copyJar(dependency, lib.resolve(dependency.getFileName())));
    }
    try (Stream<Path> files = Files.list(lib)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jar") && !current.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Copies a jar without what signs it. Classes of a signed jar never go into the cache of classes, and each is verified whenever it is
   * loaded; what a build takes from Maven Central by hash needs no second seal.
   */
  private Path copyJar(Path source, Path target) throws IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
    try (JarFile jar = new JarFile(source.toFile(), false)) {
      Manifest manifest = new Manifest();
      if (jar.getManifest() != null) {
        manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
      }
      manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
      try (JarOutputStream copy = new JarOutputStream(Files.newOutputStream(unfinished))) {
        copy.putNextEntry(timed(JarFile.MANIFEST_NAME));
        manifest.write(copy);
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
          JarEntry entry = entries.nextElement();
          // The natives lie beside the jars as files.
          if (!entry.isDirectory() && !isManifestOrSignature(entry.getName()) && !entry.getName().startsWith(NATIVES)) {
            copy.putNextEntry(timed(entry.getName()));
            try (InputStream content = jar.getInputStream(entry)) {
              byte[] bytes = content.readAllBytes();
              copy.write(entry.getName().endsWith(".class") ? modernise(bytes) : bytes);
            }
          }
        }
      }
    }
    if (Files.exists(target) && Files.mismatch(unfinished, target) == -1) {
      Files.delete(unfinished);
    } else {
      changed = true;
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setLastModifiedTime(target, JAR_TIME);
    return target;
  }

  /**
   * Gives class files of before Java 6 (picocli's) the stack maps that were new then. Without them a class is verified by inference, slowly, and never
   * goes into the cache.
   */
  private byte[] modernise(byte[] bytes) {
    ClassFile files = ClassFile.of(
      ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
      ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(dependencies).orElse(ClassHierarchyResolver.defaultResolver()))
    );
    ClassModel model = files.parse(bytes);
    if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
      return bytes;
    }
    ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version = ClassTransform.dropping(element -> element instanceof ClassFileVersion).andThen(
      ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))
    );
    return files.transformClass(model, bodies.andThen(version));
  }

  private static JarEntry timed(String name) {
    JarEntry entry = new JarEntry(name);
    entry.setLastModifiedTime(JAR_TIME);
    return entry;
  }

  private static boolean isManifestOrSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(JarFile.MANIFEST_NAME) || upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  /** The native libraries, so that a start need not unpack them, and the documents that editors link to. */
  private void unpackResources(List<Path> dependencies) throws IOException {
    Path natives = emptied(lib.resolve("natives"));
    Path docs = emptied(distribution.resolve("docs").resolve("rules"));
    for (Path dependency : dependencies) {
      try (JarFile jar = new JarFile(dependency.toFile())) {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
          JarEntry entry = entries.nextElement();
          String name = entry.getName();
          if (entry.isDirectory()) {
            continue;
          }
          if (name.startsWith(NATIVES)) {
            unpack(jar, entry, natives.resolve(name.substring(NATIVES.length())));
          } else if (name.startsWith(DOCS) && name.endsWith(".md")) {
            unpack(jar, entry, docs.resolve(name.substring(DOCS.length())));
          }
        }
      }
    }
  }

  private static void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, target);
    }
  }

  private void copyLaunchers() throws IOException {
    Path source = module.resolve("src/main/distribution/bin");
    Path bin = emptied(distribution.resolve("bin"));
    for (String name : List.of("perf-review", "perf-review.bat")) {
      Path launcher = Files.copy(source.resolve(name), bin.resolve(name));
      launcher.toFile().setExecutable(true, false);
    }
  }

  /** A run-time image of the modules that the jars use; linked again only when those or the JDK change. */
  private void linkRuntime() throws IOException, InterruptedException {
    Path runtime = distribution.resolve("runtime");
    Path linkedFrom = runtime.resolve("linked-from");
    String inputs = System.getProperty("java.vm.version") + " " + MODULES;
    if (Files.exists(linkedFrom) && Files.readString(linkedFrom).equals(inputs)) {
      return;
    }
    changed = true;
    delete(runtime);
    List<String> command = new ArrayList<>(List.of(tool("jlink"), "--add-modules", String.join(",", MODULES), "--output", runtime.toString()));
    command.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-1"));
    run(command);
    Files.writeString(linkedFrom, inputs);
  }

  /**
   * Has an editor's session played and commands run once, so that the VM writes down which classes each loaded and how, ready to be mapped at the next start: one cache for
   * each, since a start pays for every class in its cache, and a server has no need of a quarter of them. A start does without when there is no cache, so a
   * failure here is told and no more.
   */
  private void cacheClasses() throws IOException, InterruptedException {
    Path workspace = module.resolveSibling(SAMPLES.getFirst());
    Path rules = module.resolveSibling(SAMPLES.getLast());
    cacheClasses("server.aot", List.of("server", "--stdio"), server -> TrainingSession.play(server, workspace, rules));
    cacheClasses("commands.aot", List.of("train", workspace.toString(), rules.toString()), Process::waitFor);
  }

  /** How a process that learns is kept busy until it ends, with its exit status. */
  private interface Training {
    int of(Process process) throws IOException, InterruptedException;
  }

  private void cacheClasses(String name, List<String> arguments, Training training) throws IOException, InterruptedException {
    Path cache = lib.resolve(name);
    if (!changed && Files.exists(cache)) {
      return;
    }
    Files.deleteIfExists(cache);
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    List<String> command = new ArrayList<>();
    command.add(distribution.resolve("bin").resolve(windows ? "perf-review.bat" : "perf-review").toString());
    command.addAll(arguments);
    ProcessBuilder learning = new ProcessBuilder(command);
    learning.environment().put("PERF_REVIEW_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache);
    Path messages = Files.createTempFile("perf-review-training", ".log");
    learning.redirectError(messages.toFile());
    String failure = "";
    try {
      int status = training.of(learning.start());
      failure = status == 0 ? "" : "exit status " + status;
    } catch (IOException broken) {
      failure = broken.getMessage();
    }
    if (!failure.isEmpty() || !Files.exists(cache)) {
      Files.deleteIfExists(cache);
      System.out.println("[WARNING] no cache of classes, so perf-review will start more slowly: " + failure + Files.readString(messages));
    }
    Files.delete(messages);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Runs a program; what it printed to its standard output. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + output);
    }
    return output;
  }

  private static Path emptied(Path folder) throws IOException {
    delete(folder);
    return Files.createDirectories(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
