package dev.perfreview.server.index;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The files and folders of an index that could not be read, and why: told in one sentence, however many there are. Thread-safe. */
public final class UnreadableFiles {

  private final Map<Path, String> reasons = new ConcurrentSkipListMap<>();

  /** None so far. */
  public UnreadableFiles() {}

  /** Notes one. The reason is to be read after the name. */
  public void add(Path file, String reason) {
    reasons.put(file, reason);
  }

  /**
   * What they come to; nothing when there are none.
   *
   * @param folder what they are named from
   */
  public Optional<String> sentence(Path folder) {
    return reasons
      .entrySet()
      .stream()
      .findFirst()
      .map(first -> {
        String name = first.getKey().equals(folder) ? folder.toString() : folder.relativize(first.getKey()).toString();
        int more = reasons.size() - 1;
        return "%s %s%s; what %s tell%s about other files is unknown".formatted(
          name,
          first.getValue(),
          more == 0 ? "" : ", and something like it holds for " + more + " more in " + folder,
          more == 0 ? "it" : "they",
          more == 0 ? "s" : ""
        );
      });
  }
}
