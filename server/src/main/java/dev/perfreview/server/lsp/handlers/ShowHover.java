package dev.perfreview.server.lsp.handlers;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.server.lsp.diagnostics.MeasuredCost;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.syntax.TextRange;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.jspecify.annotations.Nullable;

/** {@code textDocument/hover}: why a finding matters on this line, and the documentation of its rule. */
public final class ShowHover implements RequestHandler<HoverParams, @Nullable Hover> {

  @Override
  public CompletableFuture<@Nullable Hover> handle(Session session, HoverParams parameters) {
    return AnalysisQuery.of(session, parameters.getTextDocument().getUri(), null, (analysis, _) ->
      hover(analysis, parameters, session)
    );
  }

  private static @Nullable Hover hover(DocumentAnalysis analysis, HoverParams parameters, Session session) {
    int offset = session.positions().offsetOf(parameters.getPosition(), analysis.document().text());
    List<ReportedFinding> here = analysis
      .findings()
      .stream()
      .filter(finding -> finding.finding().range().contains(offset))
      .sorted(Comparator.comparingInt(finding -> finding.finding().range().length()))
      .toList();
    if (here.isEmpty()) {
      return null;
    }
    TextRange innermost = here.getFirst().finding().range();
    return new Hover(
      new MarkupContent(
        session.features().markdownHover() ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT,
        here
          .stream()
          .map(finding -> explain(finding, analysis.isOnChangedLine(finding)))
          .collect(Collectors.joining("\n\n---\n\n"))
      ),
      session.positions().rangeOf(innermost, analysis.document().text())
    );
  }

  private static String explain(ReportedFinding finding, boolean changed) {
    String reason = finding.heat().reason();
    String page = RuleDocs.markdownOf(finding.rule());
    String documentation = page.replaceFirst("^# .*\\R+", "");
    return (
      "**" +
      finding.impact().word() +
      "** `" +
      finding.rule().id() +
      "`: " +
      (reason == null ? "how often this line runs is not known" : reason) +
      (changed ? "; on a line that is new or changed" : "") +
      MeasuredCost.of(page)
        .map(measured -> "\n\n" + measured)
        .orElse("") +
      "\n\n" +
      documentation
    );
  }
}
