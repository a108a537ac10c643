package dev.perfreview.harness;

import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A runnable program in one file.
 *
 * @param language its language
 * @param code its text
 */
record Program(Language language, String code) {
  private static final long TIMEOUT_SECONDS = 120;

  /**
   * Runs the program and answers what it printed.
   *
   * @param folder an empty folder to work in
   * @throws AssertionError when {@code python3} or {@code rustc} is missing, it does not compile, or it ends with an error
   */
  String run(Path folder) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("program." + language.extensions().getFirst()), code);
    return switch (language) {
      case PYTHON -> execute(folder, "python3", source.toString());
      case RUST -> {
        Path binary = folder.resolve("program");
        execute(folder, "rustc", "--edition", "2021", "-A", "warnings", "-o", binary.toString(), source.toString());
        yield execute(folder, binary.toString());
      }
    };
  }

  private String execute(Path folder, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    Process process;
    try {
      process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(output.toFile())
        .redirectError(errors.toFile())
        .start();
    } catch (IOException failure) {
      throw new AssertionError(command[0] + " is needed to run the programs of rules and cannot be started", failure);
    }
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(command) + " did not end within " + TIMEOUT_SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(
        List.of(command) + " ended with " + process.exitValue() + "\n" + Files.readString(errors) + "\n" + code
      );
    }
    return Files.readString(output);
  }
}
