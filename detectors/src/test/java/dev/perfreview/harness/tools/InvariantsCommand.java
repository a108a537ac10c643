package dev.perfreview.harness.tools;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.harness.invariants.Invariants;
import dev.perfreview.harness.invariants.Subject;
import dev.perfreview.harness.invariants.Violation;
import dev.perfreview.heat.Impact;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code ./dev invariants PATH…}: checks the promises of the engine on each file below the paths and counts what is found. */
final class InvariantsCommand {

  private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", "__pycache__");

  private final PrintStream out;
  private final Map<String, Map<Impact, Integer>> findings = new TreeMap<>();
  private int files;
  private int unreadable;
  private int violations;

  private InvariantsCommand(PrintStream out) {
    this.out = out;
  }

  static int run(List<String> paths, PrintStream out) throws IOException {
    Dev.require(
      !paths.isEmpty() && paths.stream().allMatch(path -> Files.exists(Path.of(path))),
      "invariants PATH…",
      paths
    );
    InvariantsCommand command = new InvariantsCommand(out);
    long start = System.nanoTime();
    for (String path : paths) {
      for (Path file : sourcesBelow(Path.of(path))) {
        command.check(file);
      }
    }
    command.summarise((System.nanoTime() - start) / 1e9);
    return command.violations == 0 ? 0 : 1;
  }

  private static List<Path> sourcesBelow(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
      root,
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          String name = String.valueOf(folder.getFileName());
          boolean hidden = name.startsWith(".") && !name.equals(".") && !name.equals("..");
          boolean skipped = !folder.equals(root) && (hidden || NOT_SOURCES.contains(name));
          return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (attributes.isRegularFile() && Language.ofFileName(file.getFileName().toString()).isPresent()) {
            sources.add(file);
          }
          return FileVisitResult.CONTINUE;
        }
      }
    );
    sources.sort(null);
    return sources;
  }

  private void check(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException notUtf8) {
      unreadable++;
      return;
    }
    files++;
    String name = file.toString();
    Optional<Language> language = Language.ofFileName(name);
    String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
    Subject subject = new Subject(
      name,
      path,
      language.orElseThrow(),
      new SourceText(text),
      AnalysisSettings.standard().forChange()
    );
    Invariants.Outcome outcome = Invariants.check(subject);
    for (Violation violation : outcome.violations()) {
      out.println(violation);
      violations++;
    }
    for (ReportedFinding finding : outcome.findings()) {
      findings
        .computeIfAbsent(finding.rule().language().id() + "/" + finding.rule().id(), rule ->
          new EnumMap<>(Impact.class)
        )
        .merge(finding.impact(), 1, Integer::sum);
    }
  }

  private void summarise(double seconds) {
    String row = "%-40s%12s%12s%12s%12s%n";
    out.printf(row, "findings", "significant", "moderate", "minor", "negligible");
    findings.forEach((rule, counts) ->
      out.printf(
        row,
        rule,
        counts.getOrDefault(Impact.SIGNIFICANT, 0),
        counts.getOrDefault(Impact.MODERATE, 0),
        counts.getOrDefault(Impact.MINOR, 0),
        counts.getOrDefault(Impact.NEGLIGIBLE, 0)
      )
    );
    out.printf(Locale.ROOT, "%d files in %.1f s, %d violations%n", files, seconds, violations);
    if (unreadable > 0) {
      out.printf("%d files are not UTF-8 and were left out%n", unreadable);
    }
  }
}
