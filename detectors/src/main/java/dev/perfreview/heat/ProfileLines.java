package dev.perfreview.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Profiles as lines, each a letter and values between tabs. The build turns the profiles' TOML into it, since reading TOML takes a cold VM a tenth of a
 * second, which is a third of what a person waits for the first diagnostics.
 */
final class ProfileLines {

  private static final String SEPARATOR = "\t";

  private ProfileLines() {}

  /**
   * Writes profiles.
   *
   * @throws IllegalArgumentException when a value has a tab or a line end
   */
  static String write(List<Profile> profiles) {
    StringBuilder lines = new StringBuilder();
    for (Profile profile : profiles) {
      add(lines, "profile", profile.name());
      for (HotPath entry : profile.hotPaths()) {
        add(lines, "hot-path", entry.id(), entry.description(), entry.heat().name(), entry.reason());
        addAll(lines, "path", entry.paths());
        addAll(lines, "symbol", entry.symbols());
        addAll(lines, "cold-symbol", entry.coldSymbols());
      }
    }
    return lines.toString();
  }

  private static void addAll(StringBuilder lines, String kind, List<?> patterns) {
    if (!patterns.isEmpty()) {
      add(
        lines,
        kind,
        patterns
          .stream()
          .map(Object::toString)
          .toArray(String[]::new)
      );
    }
  }

  private static void add(StringBuilder lines, String kind, String... values) {
    lines.append(kind);
    for (String value : values) {
      if (value.contains(SEPARATOR) || value.contains("\n")) {
        throw new IllegalArgumentException("a profile's values are of one line without tabs: " + value);
      }
      lines.append(SEPARATOR).append(value);
    }
    lines.append('\n');
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it did not write it
   */
  static List<Profile> read(String text) {
    List<Profile> profiles = new ArrayList<>();
    String name = "";
    List<HotPath> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] values = line.split(SEPARATOR, -1);
      switch (values[0]) {
        case "profile" -> {
          close(name, entries, profiles);
          name = values[1];
          entries = new ArrayList<>();
        }
        case "hot-path" -> entries.add(
          new HotPath(values[1], values[2], Heat.valueOf(values[3]), values[4], List.of(), List.of(), List.of())
        );
        case "path", "symbol", "cold-symbol" -> entries.add(with(entries.removeLast(), values));
        default -> throw new IllegalArgumentException("not a line of profiles: " + line);
      }
    }
    close(name, entries, profiles);
    return profiles;
  }

  private static void close(String name, List<HotPath> entries, List<Profile> profiles) {
    if (!name.isEmpty()) {
      profiles.add(new Profile(name, entries));
    }
  }

  private static HotPath with(HotPath entry, String[] values) {
    boolean paths = values[0].equals("path");
    boolean symbols = values[0].equals("symbol");
    return new HotPath(
      entry.id(),
      entry.description(),
      entry.heat(),
      entry.reason(),
      paths ? patterns(values, Glob::of) : entry.paths(),
      symbols ? patterns(values, SymbolPattern::of) : entry.symbols(),
      paths || symbols ? entry.coldSymbols() : patterns(values, SymbolPattern::of)
    );
  }

  private static <P> List<P> patterns(String[] values, Function<String, P> reader) {
    List<P> patterns = new ArrayList<>();
    for (int i = 1; i < values.length; i++) {
      patterns.add(reader.apply(values[i]));
    }
    return patterns;
  }
}
