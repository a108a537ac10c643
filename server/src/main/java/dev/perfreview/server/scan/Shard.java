package dev.perfreview.server.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One of the equal parts that the files of a scan are dealt into, so that several machines can share it. The files' sizes in bytes are what is dealt
 * evenly; the same files of the same sizes are dealt in the same way everywhere.
 *
 * @param number which part, from one
 * @param count how many parts there are
 */
public record Shard(int number, int count) {
  /** All files. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException("there is no part " + number + " of " + count);
    }
  }

  /** A file and how much of a part it makes up. */
  private record Weighed(Target target, long bytes) {}

  /** The targets that are in this part, in the order in which they came. */
  public List<Target> of(List<Target> all) {
    if (count == 1) {
      return all;
    }
    // The largest first, each to the part that has least so far: no part is then heavier than the lightest by more than a file.
    List<Weighed> largestFirst = all
      .stream()
      .map(target -> new Weighed(target, sizeOf(target.file())))
      .sorted(
        Comparator.comparingLong(Weighed::bytes)
          .reversed()
          .thenComparing(weighed -> weighed.target().file())
      )
      .toList();
    long[] loads = new long[count];
    List<Target> mine = new ArrayList<>();
    for (Weighed weighed : largestFirst) {
      int lightest = 0;
      for (int part = 1; part < count; part++) {
        lightest = loads[part] < loads[lightest] ? part : lightest;
      }
      loads[lightest] += weighed.bytes();
      if (lightest == number - 1) {
        mine.add(weighed.target());
      }
    }
    mine.sort(Comparator.comparing(Target::file));
    return mine;
  }

  /** A file that cannot be read is told of by whoever has it, and weighs nothing. */
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
