package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.git.TestRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the distribution that the build has just made, as a user would: from another folder, through its launcher. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is tried in a POSIX shell")
class DistributionIT {

  private static final Path DISTRIBUTION = Path.of(
    System.getProperty("perfreview.distribution", "target/dist/perf-review")
  ).toAbsolutePath();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private record Run(int status, String out, String err) {}

  private Run run(Path launcher, String options, String... arguments) throws IOException, InterruptedException {
    return runIn(folder, launcher, options, arguments);
  }

  private Run runIn(Path place, Path launcher, String options, String... arguments)
    throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out.txt").toFile();
    File err = folder.resolve("err.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command)
      .directory(place.toFile())
      .redirectOutput(out)
      .redirectError(err);
    // Only the image beside the launcher may be used.
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PERF_REVIEW_JAVA_OPTIONS", options);
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it did not end");
    return new Run(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    return run(DISTRIBUTION.resolve("bin/perf-review"), "", arguments);
  }

  @Test
  void reviewsAFileThroughItsLauncher() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.py"), "x = 1  # perf: ignore[nothing] stale\n");
    Run run = run("check", "--fail-on", "negligible", "a.py");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.out().startsWith("a.py:1:8: negligible: "), run.out());
    assertEquals("", run.err());
  }

  @Test
  void reviewsAChangeOfAClone(@TempDir Path clone) throws IOException, InterruptedException, GitAPIException {
    try (TestRepository repository = TestRepository.in(clone)) {
      repository.write("a.py", "def drain(queue: list):\n    pass\n").commit("first").pack();
      repository.write("a.py", "def drain(queue: list):\n    while queue:\n        queue.pop(0)()\n");
      Run run = runIn(clone, DISTRIBUTION.resolve("bin/perf-review"), "", "review");
      assertEquals("", run.err());
      assertEquals(0, run.status());
      assertTrue(run.out().startsWith("a.py:3:9: minor: "), run.out());
    }
  }

  @Test
  void runsOnItsOwnRuntimeWithTheNativesBesideItsJars() throws IOException, InterruptedException {
    Run run = run("doctor");
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains(" (bundled)"), run.out());
    assertTrue(Files.isDirectory(DISTRIBUTION.resolve("lib/natives/ready-made/lib")));
  }

  @Test
  void startsThroughALinkAndWhereverItIsCopied() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("pr"), DISTRIBUTION.resolve("bin/perf-review"));
    assertEquals(0, run(link, "", "--version").status());
    Path copy = folder.resolve("a copy");
    Process process = new ProcessBuilder("cp", "-r", DISTRIBUTION.toString(), copy.toString()).start();
    assertEquals(0, process.waitFor());
    Run run = run(copy.resolve("bin/perf-review"), "-XX:AOTMode=on", "--version");
    assertEquals(new Run(0, "perf-review " + version() + "\n", ""), run);
  }

  @Test
  void theCachesOfClassesAreUsableAndNotNeeded() throws IOException, InterruptedException {
    Path launcher = DISTRIBUTION.resolve("bin/perf-review");
    assertEquals(0, run(launcher, "-XX:AOTMode=on", "--version").status(), "the VM does not take the cache");
    assertEquals(
      0,
      run(launcher, "-XX:AOTMode=on", "server", "--help").status(),
      "the VM does not take the server's cache"
    );
    Run without = run(launcher, "-XX:AOTCache=" + folder.resolve("none.aot"), "--version");
    assertEquals(0, without.status());
    assertEquals("", without.err());
  }

  @Test
  void carriesTheDocumentOfEachRule() {
    for (RuleInfo rule : AllRules.infos()) {
      assertTrue(Files.isRegularFile(DISTRIBUTION.resolve("docs").resolve(RuleDocs.resourceOf(rule))), rule.id());
    }
  }

  @Test
  void noJarIsSigned() throws IOException {
    try (var files = Files.list(DISTRIBUTION.resolve("lib"))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (var content = new JarFile(jar.toFile())) {
          assertFalse(content.stream().anyMatch(entry -> entry.getName().endsWith(".SF")), jar.toString());
        }
      }
    }
  }

  private static String version() throws IOException {
    try (var jar = new JarFile(DISTRIBUTION.resolve("lib/perf-review.jar").toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }
}
