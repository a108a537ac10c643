package dev.perfreview.server.lsp.diagnostics;

import com.google.gson.JsonObject;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Scope;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Writes findings as diagnostics, with what the client can show. */
public final class DiagnosticMapper {

  /** What diagnostics name as their source. */
  public static final String SOURCE = "perf-review";

  /** Ends the message of a finding on such a line, where the user wants to tell them from the others. */
  private static final String CHANGED_LINE = "; on a changed line";

  private final ClientFeatures features;
  private final RuleLinks links;
  private final Positions positions;

  /** For a client with these features. */
  public DiagnosticMapper(ClientFeatures features, RuleLinks links, Positions positions) {
    this.features = features;
    this.links = links;
    this.positions = positions;
  }

  /** The diagnostics of an analysis, in the order of its findings. */
  public List<Diagnostic> diagnosticsOf(DocumentAnalysis analysis) {
    List<Diagnostic> diagnostics = new ArrayList<>(analysis.findings().size());
    for (int index = 0; index < analysis.findings().size(); index++) {
      diagnostics.add(diagnosticOf(analysis, index));
    }
    return diagnostics;
  }

  /** The diagnostic of one of an analysis's findings. */
  public Diagnostic diagnosticOf(DocumentAnalysis analysis, int index) {
    ReportedFinding reported = analysis.findings().get(index);
    Diagnostic diagnostic = new Diagnostic(
      positions.rangeOf(reported.finding().range(), analysis.document().text()),
      reported.message(),
      severityOf(analysis.configuration().severityOf(reported.rule(), reported.impact())),
      SOURCE,
      reported.rule().id()
    );
    JsonObject data = new FindingReference(analysis.number(), index).toJson();
    if (analysis.isOnChangedLine(reported)) {
      data.addProperty(FindingReference.CHANGED, true);
      if (analysis.scope() == Scope.MARK) {
        diagnostic.setMessage(reported.message() + CHANGED_LINE);
      }
    }
    diagnostic.setData(data);
    if (features.codeDescription()) {
      links
        .linkOf(reported.rule())
        .ifPresent(link -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(link)));
    }
    if (features.relatedInformation() && !reported.finding().evidence().isEmpty()) {
      diagnostic.setRelatedInformation(
        reported
          .finding()
          .evidence()
          .stream()
          .map(evidence -> relatedInformationOf(evidence, analysis))
          .toList()
      );
    }
    return diagnostic;
  }

  private DiagnosticRelatedInformation relatedInformationOf(Evidence evidence, DocumentAnalysis analysis) {
    return new DiagnosticRelatedInformation(locationOf(evidence, analysis), evidence.note());
  }

  private Location locationOf(Evidence evidence, DocumentAnalysis analysis) {
    Folder folder = analysis.folder();
    Elsewhere place = evidence.elsewhere();
    if (folder != null && place != null) {
      Position start = new Position(place.line(), 0);
      return new Location(folder.uriOf(place.path()), new Range(start, start));
    }
    return new Location(analysis.document().uri(), positions.rangeOf(evidence.range(), analysis.document().text()));
  }

  private static DiagnosticSeverity severityOf(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
