package dev.perfreview.server.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  /** Files of sizes as code has them: most small, a few large. */
  private List<Target> targets(int count) throws IOException {
    Random random = new Random(1);
    List<Target> targets = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Path file = folder.resolve("file-" + number + ".py");
      Files.writeString(file, "#".repeat((int) Math.exp(random.nextDouble() * 9)));
      targets.add(new Target(file, Language.PYTHON, new WorkspaceFolder(folder, true), Configuration.standard()));
    }
    targets.sort(Comparator.comparing(Target::file));
    return targets;
  }

  private static long bytes(List<Target> targets) throws IOException {
    long bytes = 0;
    for (Target target : targets) {
      bytes += Files.size(target.file());
    }
    return bytes;
  }

  @Test
  void eachFileIsInOnePartAndThePartsWeighTheSame() throws IOException {
    List<Target> all = targets(300);
    for (int count : new int[] { 2, 4, 7 }) {
      List<Target> together = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        List<Target> part = new Shard(number, count).of(all);
        together.addAll(part);
        double share = ((double) bytes(part) * count) / bytes(all);
        assertTrue(share > 0.98 && share < 1.02, "part " + number + " of " + count + " has " + share + " of its share");
      }
      together.sort(Comparator.comparing(Target::file));
      assertEquals(all, together);
    }
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() throws IOException {
    List<Target> all = targets(50);
    List<Target> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(2));
    assertEquals(new Shard(2, 3).of(all), new Shard(2, 3).of(shuffled));
  }

  @Test
  void morePartsThanFilesLeaveSomeEmpty() throws IOException {
    List<Target> all = targets(2);
    List<Integer> sizes = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      sizes.add(new Shard(number, 3).of(all).size());
    }
    assertEquals(List.of(1, 1, 0), sizes);
  }
}
