package dev.perfreview.server.configuration;

import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.toml.TomlDocument;
import dev.perfreview.toml.TomlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that configures perf-review.
 *
 * @param file the file
 * @param text what it says
 * @param place where in it the settings stand
 * @param unreadable why the text is not known; nothing when it is
 */
record ConfigurationFile(Path file, String text, Place place, @Nullable String unreadable) {
  /**
   * A file name, and the table of such a file that holds the settings.
   *
   * @param fileName the name
   * @param tables the tables that lead to the settings, outermost first; none when they are the whole file
   */
  private record Place(String fileName, List<String> tables) {
    boolean mayBeIn(String text) {
      return tables.isEmpty() || text.contains(tables.getLast());
    }
  }

  /** In the order in which a folder is searched. */
  private static final List<Place> PLACES = List.of(
    new Place("perf-review.toml", List.of()),
    new Place(".perf-review.toml", List.of()),
    new Place("pyproject.toml", List.of("tool", "perf-review")),
    new Place("Cargo.toml", List.of("workspace", "metadata", "perf-review"))
  );

  /** The names that such files have, in the order in which a folder is searched. */
  static List<String> names() {
    return PLACES.stream().map(Place::fileName).toList();
  }

  /** The file that configures perf-review in a folder. */
  static Optional<ConfigurationFile> in(Path folder) {
    for (Place place : PLACES) {
      Path file = folder.resolve(place.fileName());
      if (Files.isRegularFile(file)) {
        ConfigurationFile candidate = read(file, place);
        if (candidate.isOurs()) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static ConfigurationFile read(Path file, Place place) {
    try {
      return new ConfigurationFile(file, Files.readString(file), place, null);
    } catch (CharacterCodingException notText) {
      return new ConfigurationFile(file, "", place, "the file is not UTF-8 text");
    } catch (IOException failure) {
      return new ConfigurationFile(file, "", place, "the file cannot be read: " + FailureReason.of(failure));
    }
  }

  /** A shared file is ours when it has our table; one that is no TOML at all, when it seems to. */
  private boolean isOurs() {
    if (place.tables().isEmpty()) {
      return true;
    }
    if (!place.mayBeIn(text)) {
      return false;
    }
    TomlDocument document = TomlDocument.parse(text);
    return !document.isWellFormed() || settingsOf(document) != null;
  }

  /** A file that is named by another one: a whole file of settings, unless its name says that they are a table of it. */
  static ConfigurationFile at(Path file) {
    String name = String.valueOf(file.getFileName());
    Place place = PLACES.stream()
      .filter(each -> each.fileName().equals(name))
      .findFirst()
      .orElse(new Place(name, List.of()));
    return read(file, place);
  }

  /** Whether the table of the settings is there, or cannot be looked for since the file is no TOML. */
  boolean hasSettings() {
    return isOurs();
  }

  /** The name of the table that the settings stand in; empty for the whole file. */
  String tableName() {
    return String.join(".", place.tables());
  }

  /** The table of the settings. */
  @Nullable
  TomlReader settingsOf(TomlDocument document) {
    TomlReader table = document.root();
    for (String name : place.tables()) {
      table = table == null ? null : table.table(name);
    }
    return table;
  }
}
