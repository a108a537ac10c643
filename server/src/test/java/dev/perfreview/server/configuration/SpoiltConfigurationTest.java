package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a configuration file holds, reading it gives settings and problems that are told at places of the file. */
class SpoiltConfigurationTest {

  private static final int VARIANTS = 60;

  private static final List<String> PIECES = List.of(
    "select = ['list-pop-front', 1, [], 'no-such-rule']\n",
    "ignore = 'all'\n",
    "min-impact = 'huge'\n",
    "max-severity = {}\n",
    "[rule-levels]\nlist-pop-front = 'off'\nno-such-rule = 3\n",
    "[rule-levels.list-pop-front]\n",
    "exclude = ['[', '**/{a,', '\\\\', '', '***']\n",
    "profiles = ['sglang', 'nothing', 4]\n",
    "[[hot-path]]\nname = 'a'\npaths = ['[z-a]']\nheat = 'step'\n",
    "[[hot-path]]\n",
    "[hot-path]\nname = 1\n",
    "[tool.perf-review]\n",
    "[workspace.metadata.perf-review]\n",
    "tool = 3\n",
    "a.b.c = nan\n",
    "\"\" = 1979-05-27\n",
    "x = '''",
    "= \n",
    "\0",
    "\uFEFF",
    "\r",
    "é🚀 = 1\n"
  );

  @TempDir
  private Path folder = Path.of("");

  @RepeatedTest(12)
  void readingNeverThrows(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> names = ConfigurationLoader.fileNames();
    for (int variant = 0; variant < VARIANTS; variant++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
        text.insert(random.nextInt(text.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(5) == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve(names.get(random.nextInt(names.size()))), bytes);
      check(file, new String(bytes, StandardCharsets.UTF_8));
      Files.delete(file);
    }
  }

  private void check(Path file, String text) {
    LoadedConfiguration loaded = ConfigurationLoader.load(folder, Configuration.standard());
    assertFalse(loaded.configuration().analysis().hotPaths().entries().isEmpty(), text);
    for (ConfigurationProblem problem : loaded.problems()) {
      String told = problem + " in " + text;
      assertTrue(problem.file().equals(file), told);
      assertTrue(0 <= problem.range().start() && problem.range().start() <= problem.range().end(), told);
      assertTrue(problem.range().end() <= text.length(), told);
      assertFalse(problem.message().isBlank() || Character.isUpperCase(problem.message().charAt(0)), told);
    }
  }
}
