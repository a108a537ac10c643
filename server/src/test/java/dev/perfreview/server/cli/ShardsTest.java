package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --shard} and {@code merge} together: whatever the scan is split into, the whole is the same. */
class ShardsTest {

  private static final String FINDING = "x = 1  # perf: ignore[unused-suppression-stand-in] nothing is slow here\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @BeforeEach
  void makeWorkspace() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    // A coroutine that blocks through a function of another file: a part that knew its own files only would not find it.
    write("app/server.py", "from app.loaders import back_off\n\n\nasync def handle(request):\n    back_off(request)\n");
    write("app/loaders.py", "import time\n\n\ndef back_off(request):\n    time.sleep(1)\n");
    for (int number = 0; number < 7; number++) {
      write("kv-" + number + "/größe.py", FINDING.repeat(number + 1));
    }
    Files.write(folder.resolve("kv-1/latin.py"), new byte[] { 'x', (byte) 0xE9 });
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private String whole(String format) {
    return run("check", "--min-impact", "negligible", "--format", format).out();
  }

  private String merged(int parts, String format) {
    List<String> merge = new ArrayList<>(List.of("merge"));
    // Not in their order: a CI system names files as it likes.
    for (int part = parts; part >= 1; part--) {
      String file = "part-" + part + "." + format;
      String shard = part + "/" + parts;
      run("check", "--min-impact", "negligible", "--format", format, "--shard", shard, "--output", file);
      merge.add(file);
    }
    Run run = run(merge.toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    return run.out();
  }

  @Test
  void thePartsOfAJsonReportMakeTheWhole() {
    String whole = whole("json");
    assertTrue(whole.contains("blocking-call-in-async"), whole);
    for (int parts : new int[] { 1, 2, 4, 20 }) {
      assertEquals(whole, merged(parts, "json"), parts + " parts");
    }
  }

  @Test
  void thePartsOfASarifReportMakeTheWhole() {
    String whole = whole("sarif");
    assertTrue(whole.contains("latin.py is not UTF-8"), whole);
    for (int parts : new int[] { 1, 2, 4, 20 }) {
      assertEquals(whole, merged(parts, "sarif"), parts + " parts");
    }
  }

  @Test
  void aPartSaysNothingOfTheFilesOfOthers() {
    Run first = run("check", "--min-impact", "negligible", "--shard", "1/2");
    Run second = run("check", "--min-impact", "negligible", "--shard", "2/2");
    assertTrue(first.out().contains("kv-6/größe.py") ^ second.out().contains("kv-6/größe.py"));
  }

  @Test
  void whatIsNoPartIsWrongUse() {
    for (String shard : new String[] { "0/4", "5/4", "1", "a/b", "1/0", "99999999999/99999999999" }) {
      Run run = run("check", "--shard", shard);
      assertEquals(2, run.status(), shard);
      assertTrue(run.err().contains("expected I/N, which of N parts from 1/N to N/N, not '" + shard + "'"), run.err());
    }
  }
}
