package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Ten thousand edits leave the process as large as it was after the first thousands. In a JVM of its own, whose heap is fixed, so
 * that what grows is native: a tree of these documents takes about 100 kB, and leaking one an edit would add hundreds of megabytes.
 */
class NativeMemorySoakTest {

  private static final int EDITS = 10_000;
  private static final long ALLOWED_GROWTH_KILOBYTES = 64 * 1024;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads the resident size from /proc")
  void tenThousandEditsLeaveNativeMemoryFlat() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
      List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Xms128m",
        "-Xmx128m",
        "-XX:+AlwaysPreTouch",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        NativeMemorySoakTest.class.getName()
      )
    )
      .redirectErrorStream(true)
      .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    long grown = Long.parseLong(output.strip().lines().toList().getLast());
    assertTrue(grown < ALLOWED_GROWTH_KILOBYTES, "grew by " + grown + " kB");
  }

  /** Edits two documents and prints by how many kilobytes the process grew from the first quarter of the edits to the last. */
  public static void main(String[] arguments) throws IOException {
    long early = 0;
    for (Language language : Language.values()) {
      early = Math.max(early, edit(language, EDITS / 8));
    }
    long late = 0;
    for (Language language : Language.values()) {
      late = Math.max(late, edit(language, (EDITS * 3) / 8));
    }
    System.out.println(Math.max(0, late - early));
  }

  private static long edit(Language language, int count) throws IOException {
    String text = SampleCode.of(language, 12);
    try (SyntaxTree tree = SyntaxTree.parse(language, new SourceText(text))) {
      for (int i = 0; i < count / 2; i++) {
        int at = (i * 7919) % text.length();
        if (Character.isLowSurrogate(text.charAt(at))) {
          at--;
        }
        tree.edit(List.of(TextEdit.insert(at, "x")));
        tree.edit(List.of(TextEdit.delete(at, at + 1)));
      }
    }
    return residentKilobytes();
  }

  private static long residentKilobytes() throws IOException {
    return Files.readString(Path.of("/proc/self/status"))
      .lines()
      .filter(line -> line.startsWith("VmRSS:"))
      .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
      .findFirst()
      .orElseThrow();
  }
}
