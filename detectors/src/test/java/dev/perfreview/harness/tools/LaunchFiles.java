package dev.perfreview.harness.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Leaves for {@code ./dev} how to run {@link Dev} without Maven: the Java that the build chose and its class path. The build runs this
 * class with both.
 */
final class LaunchFiles {

  private LaunchFiles() {}

  /**
   * Writes the files.
   *
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String classPath = System.getProperty("java.class.path").replace("\\", "\\\\").replace("\"", "\\\"");
    Files.writeString(folder.resolve("options"), "--enable-native-access=ALL-UNNAMED\n-cp\n\"" + classPath + "\"\n");
  }
}
