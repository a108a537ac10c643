package dev.perfreview.harness.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.harness.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevTest {

  @TempDir
  private Path folder = Path.of("");

  private String printed = "";

  @Test
  void treePrintsKindsFieldsAndPlaces() throws IOException {
    Path file = Files.writeString(folder.resolve("a.py"), "f(1)\n");
    assertEquals(0, run("tree", file.toString()));
    assertEquals(
      """
      module [1:1-2:1]
        expression_statement [1:1-1:5]
          call [1:1-1:5]
            function: identifier [1:1-1:2]  f
            arguments: argument_list [1:2-1:5]
              "(" [1:2-1:3]
              integer [1:3-1:4]  1
              ")" [1:4-1:5]
      """,
      printed
    );
  }

  @Test
  void invariantsCountsFindingsAndHolds() throws IOException {
    Files.writeString(folder.resolve("a.py"), "x = 1  # perf: ignore[no-such-rule]\n");
    Files.writeString(folder.resolve("b.rs"), "fn f() {}\n");
    Files.write(folder.resolve("latin1.py"), new byte[] { '#', ' ', (byte) 0xE9, '\n' });
    Files.writeString(folder.resolve("notes.txt"), "not a source\n");
    assertEquals(0, run("invariants", folder.toString()));
    assertTrue(
      printed.matches("(?s).*python/unused-suppression +0 +0 +0 +1\\n.*2 files in .* 0 violations\\n.*"),
      printed
    );
    assertTrue(printed.contains("1 files are not UTF-8"), printed);
  }

  @Test
  void fuzzChecksAsManyCasesAsAreAskedFor() throws IOException {
    assertEquals(0, run("fuzz", "--seed", "4", "--cases", "1"));
    assertTrue(printed.matches("1 cases from seed 4 in .* s, 0 with faults\n"), printed);
  }

  @Test
  void wrongUseIsSaid() throws IOException {
    assertEquals(2, run("dance"));
    assertEquals(2, run("tree", "nothing.py"));
    assertEquals(2, run("invariants"));
    assertEquals(2, run("fuzz", "--minutes"));
    assertEquals(2, run("fuzz", "--minutes", "soon"));
    assertEquals(2, run("fuzz", "--hours", "1"));
    assertEquals(2, run("bless", "no-such-rule-exists"));
    assertTrue(printed.contains("./dev help"), printed);
  }

  private int run(String... arguments) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int status = Dev.run(Project.current(), List.of(arguments), new PrintStream(output, true, StandardCharsets.UTF_8));
    printed = output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    return status;
  }
}
