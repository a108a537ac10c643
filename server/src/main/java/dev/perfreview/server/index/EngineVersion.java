package dev.perfreview.server.index;

import dev.perfreview.semantics.workspace.FactsCodec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Stands for the code that reads facts: what another build of it read is not trusted, even one of the same version number. */
final class EngineVersion {

  private static final long CURRENT = work();

  private EngineVersion() {}

  /** A number that differs between builds of the program. */
  static long current() {
    return CURRENT;
  }

  private static long work() {
    CRC32 sum = new CRC32();
    long size = 0;
    @Nullable
    CodeSource source = FactsCodec.class.getProtectionDomain().getCodeSource();
    try {
      Path place = source == null ? Path.of(".") : Path.of(source.getLocation().toURI());
      if (Files.isRegularFile(place)) {
        byte[] jar = Files.readAllBytes(place);
        sum.update(jar);
        size = jar.length;
      } else {
        // Compiled classes in a folder, while the program is being developed: nothing outlives the process.
        size = System.nanoTime();
      }
    } catch (IOException | URISyntaxException unreadable) {
      size = System.nanoTime();
    }
    return (size << Integer.SIZE) ^ (sum.getValue() + FactsCodec.FORMAT);
  }
}
