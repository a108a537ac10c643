package dev.perfreview.server.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings that are known already, so that only new ones are shown. They are known by their rule and code and not by their lines: a baseline
 * stays true while code around them is edited, moved and formatted.
 *
 * @param counts how many findings there are of each kind
 */
public record Baseline(Map<Known, Integer> counts) {
  /** Nothing is known. */
  public static final Baseline EMPTY = new Baseline(Map.of());

  public Baseline {
    counts = Map.copyOf(counts);
  }

  /**
   * Findings that are alike.
   *
   * @param path their file, from the folder of the baseline, with {@code /}
   * @param rule the id of their rule
   * @param code the code at fault, as {@link FindingCode#evened} leaves it
   */
  public record Known(String path, String rule, String code) {}

  /** The findings of a report, their files told from a folder. */
  public static Map<Entry, Integer> entriesOf(Report report, Path folder) {
    Map<Entry, Integer> entries = new TreeMap<>(Entry.ORDER);
    for (FileReport file : report.files()) {
      for (FileReport.Item item : file.findings()) {
        String code = FindingCode.inOneLine(file.text(), item.reported().finding().range());
        Entry entry = new Entry(pathFrom(folder, file.file()), item.reported().rule().id(), code);
        entries.merge(entry, 1, Integer::sum);
      }
    }
    return entries;
  }

  /**
   * A line of a baseline that is written.
   *
   * @param path the file
   * @param rule the id of the rule
   * @param code the code in one line
   */
  public record Entry(String path, String rule, String code) {
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::path)
      .thenComparing(Entry::rule)
      .thenComparing(Entry::code);
  }

  static String pathFrom(Path folder, Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Reads what `perf-review baseline` or a report in the format json wrote.
   *
   * @throws IOException when the file cannot be read or is no JSON
   * @throws IllegalArgumentException when it is JSON but neither of them
   */
  public static Baseline read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject document = JsonParser.parseReader(reader).getAsJsonObject();
      if (!document.has("schema") || document.get("schema").getAsInt() != JsonReport.SCHEMA) {
        throw new IllegalArgumentException("it is no baseline or report that this version of perf-review can read");
      }
      Map<Known, Integer> counts = new HashMap<>();
      for (JsonElement element : document.getAsJsonArray("findings")) {
        JsonObject finding = element.getAsJsonObject();
        Known known = new Known(
          finding.get("path").getAsString(),
          finding.get("rule").getAsString(),
          FindingCode.evened(finding.get("code").getAsString())
        );
        counts.merge(known, finding.has("count") ? finding.get("count").getAsInt() : 1, Integer::sum);
      }
      return new Baseline(counts);
    } catch (
      JsonParseException
      | IllegalStateException
      | NullPointerException
      | NumberFormatException
      | UnsupportedOperationException otherShape
    ) {
      throw new IllegalArgumentException("it is no baseline or report of perf-review", otherShape);
    }
  }
}
