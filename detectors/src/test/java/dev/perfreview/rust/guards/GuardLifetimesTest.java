package dev.perfreview.rust.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the fixtures say of guards is what the compiler makes of them: the two programs of the rule {@code lock-across-await} try each lock
 * at each await. The fixture tests hold the rule to the same programs.
 */
class GuardLifetimesTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "rules", "rust", "lock-across-await");
  private static final Pattern PROBE = Pattern.compile("\"(\\w+)\"\\)\\.await");

  @TempDir
  private Path temporary = Path.of("");

  @ParameterizedTest
  @CsvSource({ "flags, held, 2021", "flags, held, 2024", "clean, free, 2021", "clean, free, 2024" })
  void locksAreAsTheFixturesSay(String fixture, String state, String edition) throws IOException, InterruptedException {
    Path source = FIXTURES.resolve(fixture + "-lifetimes.rs");
    Path program = temporary.resolve("program");
    run(
      List.of(
        "rustc",
        "--edition",
        edition,
        "--crate-name",
        "lifetimes",
        "-A",
        "warnings",
        "-o",
        program.toString(),
        source.toString()
      )
    );
    Set<String> probed = new TreeSet<>();
    for (String line : run(List.of(program.toString())).lines().toList()) {
      assertTrue(line.endsWith(" " + state), line);
      probed.add(line.substring(0, line.indexOf(' ')));
    }
    assertEquals(probesOf(source), probed, "each await is reached");
  }

  private static Set<String> probesOf(Path source) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher probe = PROBE.matcher(Files.readString(source));
    while (probe.find()) {
      names.add(probe.group(1));
    }
    return names;
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(temporary, "output", ".txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "did not end in time: " + command);
    assertEquals(0, process.exitValue(), Files.readString(output));
    return Files.readString(output);
  }
}
