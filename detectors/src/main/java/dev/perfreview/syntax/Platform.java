package dev.perfreview.syntax;

import java.util.Locale;

/** How this machine's shared libraries are named and which of the ready-made ones fit it. */
final class Platform {

  private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.contains("windows");
  private static final boolean MAC = SYSTEM.contains("mac");

  private Platform() {}

  /** The operating system and processor as the ready-made libraries name them, for example {@code x86_64-linux-gnu}. */
  static String name() {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return architecture + (MAC ? "-macos" : WINDOWS ? "-windows" : "-linux-gnu");
  }

  /** The ending of a shared library's file name, with its dot. */
  static String libraryExtension() {
    return MAC ? ".dylib" : WINDOWS ? ".dll" : ".so";
  }
}
