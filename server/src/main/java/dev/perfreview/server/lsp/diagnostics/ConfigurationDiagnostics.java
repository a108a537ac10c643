package dev.perfreview.server.lsp.diagnostics;

import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;

/** Publishes what is wrong with configuration files at their lines, and takes it back when it is mended. One thread at a time. */
public final class ConfigurationDiagnostics {

  private final LanguageClient client;
  private final Outbox outbox;
  private final Positions positions;
  private final Map<Path, List<Diagnostic>> published = new HashMap<>();

  /** For one session. */
  public ConfigurationDiagnostics(LanguageClient client, Outbox outbox, Positions positions) {
    this.client = client;
    this.outbox = outbox;
    this.positions = positions;
  }

  /** Publishes the problems of all configuration files; files that have none any more are cleared. */
  public void publish(List<ConfigurationProblem> problems) {
    Map<Path, List<ConfigurationProblem>> byFile = problems
      .stream()
      .collect(Collectors.groupingBy(ConfigurationProblem::file, TreeMap::new, Collectors.toList()));
    for (Path mended : Set.copyOf(published.keySet())) {
      if (!byFile.containsKey(mended)) {
        published.remove(mended);
        send(mended, List.of());
      }
    }
    byFile.forEach((file, found) -> {
      List<Diagnostic> diagnostics = diagnosticsOf(file, found);
      if (!diagnostics.equals(published.put(file, diagnostics))) {
        send(file, diagnostics);
      }
    });
  }

  private void send(Path file, List<Diagnostic> diagnostics) {
    PublishDiagnosticsParams message = new PublishDiagnosticsParams(file.toUri().toString(), diagnostics);
    outbox.send(() -> client.publishDiagnostics(message));
  }

  private List<Diagnostic> diagnosticsOf(Path file, List<ConfigurationProblem> problems) {
    SourceText text = read(file);
    return problems
      .stream()
      .map(problem ->
        new Diagnostic(
          rangeOf(problem, text),
          problem.message(),
          DiagnosticSeverity.Error,
          DiagnosticMapper.SOURCE,
          "configuration"
        )
      )
      .toList();
  }

  /** The problem's range in the file as it is now; its line alone where the file has changed under us. */
  private Range rangeOf(ConfigurationProblem problem, SourceText text) {
    if (problem.range().end() <= text.length() && text.lineOf(problem.range().start()) == problem.line()) {
      return positions.rangeOf(problem.range(), text);
    }
    return new Range(new Position(problem.line(), 0), new Position(problem.line(), 0));
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(Files.readString(file));
    } catch (IOException unreadable) {
      return new SourceText("");
    }
  }
}
