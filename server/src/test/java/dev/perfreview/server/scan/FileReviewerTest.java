package dev.perfreview.server.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.rule.Applicability;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReviewerTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @Test
  void aFileThatSomebodyWritesWhileItIsFixedIsLeftAloneWithAMessage() throws IOException {
    Path file = Files.writeString(folder.resolve("a.py"), "x = 1  # perf: ignore[no-such-rule]\n");
    Target target = new Target(file, Language.PYTHON, new WorkspaceFolder(folder, true), Configuration.standard());
    FixRequest fixes = new FixRequest(
      Applicability.SAFE,
      (_, _) -> {
        writeOther(file);
        return true;
      },
      true
    );
    Outcome outcome = new FileReviewer(rule -> true, fixes, any -> Surroundings.NONE).review(target);
    assertEquals(
      new Outcome.Problem(file, "was changed by something else while its fixes were worked out, and is left as it is"),
      outcome
    );
    assertEquals("y = 2\n", Files.readString(file));
  }

  private static void writeOther(Path file) {
    try {
      Files.writeString(file, "y = 2\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
