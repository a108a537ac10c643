package dev.perfreview.harness.fuzz;

import dev.perfreview.harness.Fixture;
import dev.perfreview.harness.Project;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What mutations start from: the fixtures of the rules and the sample workspace, and the project's own TOML. In the order of their paths, so that a seed always means the same. */
final class Corpus {

  private final List<Sample> code;
  private final List<String> toml;

  private Corpus(List<Sample> code, List<String> toml) {
    this.code = code;
    this.toml = toml;
  }

  /** The corpus of a project. */
  static Corpus of(Project project) {
    List<Sample> code = Stream.of(project.fixtures(), project.root().resolve("examples"))
      .flatMap(folder -> filesBelow(folder).stream())
      .filter(file -> Language.ofFileName(file.getFileName().toString()).isPresent())
      .map(file -> sampleOf(project.root(), file))
      .toList();
    List<String> toml = Stream.of("detectors/src/main/resources/hotpaths", "examples")
      .flatMap(folder -> filesBelow(project.root().resolve(folder)).stream())
      .filter(file -> file.toString().endsWith(".toml"))
      .map(Corpus::read)
      .toList();
    return new Corpus(code, toml);
  }

  private static Sample sampleOf(Path root, Path file) {
    Fixture fixture = Fixture.read(file);
    String path = root.relativize(file).toString().replace('\\', '/');
    return new Sample(path, path.startsWith("examples") ? path : fixture.path(), fixture.language(), fixture.code());
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of code. */
  Sample anyCode(Random random) {
    return code.get(random.nextInt(code.size()));
  }

  /** A file of code of a language. */
  Sample anyCode(Random random, Language language) {
    List<Sample> candidates = code
      .stream()
      .filter(sample -> sample.language() == language)
      .toList();
    return candidates.get(random.nextInt(candidates.size()));
  }

  /** A text in TOML. */
  String anyToml(Random random) {
    return toml.get(random.nextInt(toml.size()));
  }
}
