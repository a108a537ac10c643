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

/**
 * The hot paths of one serving system, as they ship with the tool.
 *
 * @param name the name in the configuration's {@code profiles}: {@code sglang}
 * @param hotPaths its entries
 */
public record Profile(String name, List<HotPath> hotPaths) {
  /** The names of the serving systems that have a profile. */
  public static final List<String> NAMES = List.of("dynamo", "sglang", "tgi", "vllm");

  /** What is cold in any program: its tests, benchmarks and command line. Always in force. */
  static final Profile COMMON = load("common");

  /** All serving systems' profiles, in the order of {@link #NAMES}. */
  static final List<Profile> BUILT_IN = Stream.of("dynamo", "sglang", "tgi", "vllm").map(Profile::load).toList();

  public Profile {
    hotPaths = List.copyOf(hotPaths);
  }

  private static Profile load(String name) {
    String resource = "/hotpaths/" + name + ".toml";
    try (InputStream stream = Objects.requireNonNull(Profile.class.getResourceAsStream(resource), resource)) {
      return read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
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
