package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

  @Test
  void saysOfEachLibraryWhereItCameFrom() {
    for (Language language : Language.values()) {
      Grammar.of(language);
    }
    List<NativeLibraries.Loaded> loaded = NativeLibraries.loaded();
    assertEquals(
      List.of("tree-sitter", "tree-sitter-python", "tree-sitter-rust"),
      loaded.stream().map(NativeLibraries.Loaded::name).toList()
    );
    for (NativeLibraries.Loaded library : loaded) {
      assertEquals(library.origin() == NativeLibraries.Origin.COMPILED, library.reason().isEmpty(), library.toString());
    }
  }

  @Test
  void fallsBackToTheReadyMadeOnesAndSaysSoOnce() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "--enable-native-access=ALL-UNNAMED",
      "-Dperfreview.natives=ready-made",
      "-cp",
      System.getProperty("java.class.path"),
      NativeLibrariesTest.class.getName()
    )
      .redirectErrorStream(true)
      .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals(
      1,
      output
        .lines()
        .filter(line -> line.contains("ready-made native libraries"))
        .count(),
      output
    );
    for (String name : List.of("tree-sitter", "tree-sitter-python", "tree-sitter-rust")) {
      assertTrue(output.contains("Loaded[name=" + name + ", origin=READY_MADE"), output);
    }
    assertTrue(output.contains("parsed: true"), output);
  }

  /** Parses in each language and prints which libraries did it. */
  public static void main(String[] arguments) {
    boolean parsed = true;
    for (Language language : Language.values()) {
      parsed &= !SyntaxTree.snapshotOf(language, SampleCode.of(language, 1)).root().hasError();
    }
    System.out.println("parsed: " + parsed);
    NativeLibraries.loaded().forEach(System.out::println);
  }
}
