package dev.perfreview.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs programs as somebody whom permissions bind: the user of the tests, or nobody where that is root. */
public final class Unprivileged {

  private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private Unprivileged() {}

  /** A command for such a user. The test is skipped where there is no way to become one. */
  public static List<String> command(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(AS_NOBODY);
      assumeTrue(runs(command, "test", "-x", program.toString()), "nobody cannot be asked to run " + program);
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean runs(List<String> prefix, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  /** Lets everybody read a folder and what is in it, as folders for tests are the user's own. */
  public static void open(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        allow(path, Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  /** Sets permissions, written as {@code ls} does. */
  public static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
