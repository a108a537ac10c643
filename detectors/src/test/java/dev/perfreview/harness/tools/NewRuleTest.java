package dev.perfreview.harness.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.harness.Project;
import dev.perfreview.syntax.Language;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new rule compiles, is registered in order, and finds what its fixtures mark. */
class NewRuleTest {

  @TempDir
  private Path temporary = Path.of("");

  @ParameterizedTest
  @EnumSource
  void aNewRuleWorksAsItIsWritten(Language language) throws IOException, InterruptedException {
    Project copy = copyOfTheProject();
    Path registry = copy
      .sources()
      .resolve(language.id())
      .resolve(language == Language.PYTHON ? "PythonRules.java" : "RustRules.java");
    assertEquals(0, NewRule.run(copy, List.of(language.id(), "a-new-rule"), quiet()));
    assertEquals(0, NewRule.run(copy, List.of(language.id(), "zoned-out-rule"), quiet()));

    String registered = Files.readString(registry);
    assertTrue(registered.indexOf("new ANewRule()") < registered.indexOf("new ZonedOutRule()"), registered);
    Path classes = compile(
      registry,
      copy.sources().resolve(language.id()).resolve("rules/ANewRule.java"),
      copy.sources().resolve(language.id()).resolve("rules/ZonedOutRule.java")
    );
    assertEquals("", bless(copy, classes, "a-new-rule"), "the fixtures are as the rule finds them");
  }

  @Test
  void idsThatDoNotNameAPatternAreRefused() throws IOException {
    Project copy = copyOfTheProject();
    for (String id : List.of("use-deque", "avoid-lists", "Camel", "single")) {
      assertEquals(2, Dev.run(copy, List.of("new-rule", "python", id), quiet()), id);
    }
    assertEquals(2, Dev.run(copy, List.of("new-rule", "cobol", "goto-in-loop"), quiet()));
  }

  private Project copyOfTheProject() throws IOException {
    Project project = Project.current();
    Path copy = temporary.resolve("copy");
    for (Path part : List.of(project.sources(), project.documents(), project.fixtures())) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.resolve(project.root().relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    return new Project(copy);
  }

  private Path compile(Path... sources) throws IOException {
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> arguments = Stream.concat(
      Stream.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
      Stream.of(sources).map(Path::toString)
    ).toList();
    int status = compiler.run(null, errors, errors, arguments.toArray(String[]::new));
    assertEquals(0, status, errors.toString(StandardCharsets.UTF_8));
    return classes;
  }

  /** Runs {@code bless} where the new classes stand before those of the build; answers what it printed. */
  private static String bless(Project project, Path classes, String id) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "--enable-native-access=ALL-UNNAMED",
      "-Dperfreview.project=" + project.root(),
      "-cp",
      classes + File.pathSeparator + System.getProperty("java.class.path"),
      Dev.class.getName(),
      "bless",
      id
    )
      .redirectError(ProcessBuilder.Redirect.DISCARD)
      .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed.strip();
  }

  private static PrintStream quiet() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }
}
