package dev.perfreview.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the program: what its jar says of itself. */
public final class ProgramVersion implements IVersionProvider {

  /** For picocli. */
  public ProgramVersion() {}

  /** The version alone; {@code development} when the program does not run from its jar. */
  public static String current() {
    @Nullable
    String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
    return packaged == null ? "development" : packaged;
  }

  @Override
  public String[] getVersion() {
    return new String[] { "perf-review " + current() };
  }
}
