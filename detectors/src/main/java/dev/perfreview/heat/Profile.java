package dev.perfreview.heat;

import dev.perfreview.toml.TomlDocument;
import dev.perfreview.toml.TomlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hot paths of one serving system, as they ship with the tool.
 *
 * @param name the name in the configuration's {@code profiles}: {@code sglang}
 * @param hotPaths its entries
 */
public record Profile(String name, List<HotPath> hotPaths) {
  /** The names of the serving systems that have a profile. */
  public static final List<String> NAMES = List.of("dynamo", "sglang", "tgi", "vllm");

  /** Where the build leaves the profiles as {@link ProfileLines}, in the jar. */
  static final String COMPILED = "/hotpaths/profiles.txt";

  private static final String COMMON_NAME = "common";
  private static final List<Profile> ALL = load();

  /** What is cold in any program: its tests, benchmarks and command line. Always in force. */
  static final Profile COMMON = ALL.getFirst();

  /** All serving systems' profiles, in the order of {@link #NAMES}. */
  static final List<Profile> BUILT_IN = ALL.subList(1, ALL.size());

  public Profile {
    hotPaths = List.copyOf(hotPaths);
  }

  private static List<Profile> load() {
    String compiled = resource(COMPILED);
    return compiled == null ? fromSources() : ProfileLines.read(compiled);
  }

  /** Reads the profiles as they are written, the common one first. */
  static List<Profile> fromSources() {
    return Stream.concat(Stream.of(COMMON_NAME), NAMES.stream())
      .map(name -> {
        String resource = "/hotpaths/" + name + ".toml";
        return read(name, Objects.requireNonNull(resource(resource), resource));
      })
      .toList();
  }

  private static @Nullable String resource(String name) {
    try (InputStream stream = Profile.class.getResourceAsStream(name)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  /** @throws IllegalStateException when the text has a problem; a test loads every profile that ships */
  static Profile read(String name, String text) {
    TomlDocument document = TomlDocument.parse(text);
    TomlReader root = document.root();
    List<HotPath> hotPaths = HotPathReader.read(root.tables("hot-path"));
    root.finish();
    if (!document.problems().isEmpty()) {
      throw new IllegalStateException("profile " + name + ": " + document.problems());
    }
    return new Profile(name, hotPaths);
  }
}
