package dev.perfreview.harness;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fixtures of one rule: {@code flags.*} and {@code flags-NAME.*} must fire, {@code clean.*} and {@code clean-NAME.*} must be silent;
 * {@code flags.fixed.*} and {@code flags.suggested.*} are what the safe fixes and what all fixes make of the flags; {@code run.*} is a
 * program that must print the same before and after the safe fixes. {@code flags-NAME.with-OTHER.*} stands beside {@code flags-NAME.*} in its workspace.
 *
 * @param rule the rule
 * @param folder where they are
 */
public record RuleFixtures(RuleInfo rule, Path folder) {
  /** The fixtures of a rule in a project. */
  public static RuleFixtures of(Project project, RuleInfo rule) {
    return new RuleFixtures(rule, project.fixtures().resolve(rule.language().id()).resolve(rule.id()));
  }

  /** The files that must fire. */
  public List<Path> flags() {
    return files("flags");
  }

  /** The files that must be silent. */
  public List<Path> clean() {
    return files("clean");
  }

  /** The program that is run before and after the safe fixes; it need not exist. */
  public Path program() {
    return folder.resolve("run." + extension());
  }

  /** The file with what the fixes up to an applicability make of a flags file; it exists only where they do something of their own. */
  public Path fixedFile(Path flags, Applicability upTo) {
    String name = flags.getFileName().toString();
    String stem = name.substring(0, name.length() - extension().length());
    return folder.resolve(stem + (upTo == Applicability.SAFE ? "fixed." : "suggested.") + extension());
  }

  private String extension() {
    return rule.language().extensions().getFirst();
  }

  private List<Path> files(String prefix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
        .filter(file ->
          file
            .getFileName()
            .toString()
            .matches(prefix + "(-[\\w-]+)?\\." + extension())
        )
        .sorted()
        .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
  }
}
