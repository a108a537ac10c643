package dev.perfreview.heat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the build: writes the profiles that ship with the tool as {@link ProfileLines}. */
final class CompileProfiles {

  private CompileProfiles() {}

  /**
   * Writes the file.
   *
   * @param arguments the folder of the compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0] + Profile.COMPILED), ProfileLines.write(Profile.fromSources()));
  }
}
