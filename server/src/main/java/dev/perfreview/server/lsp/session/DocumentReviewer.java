package dev.perfreview.server.lsp.session;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.QueryGivenUpException;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.lsp.changes.BaseComparison;
import dev.perfreview.server.lsp.diagnostics.DiagnosticPublisher;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentReview;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.notebook.IPythonLines;
import dev.perfreview.server.lsp.workspace.Scope;
import dev.perfreview.server.lsp.workspace.Workspace;
import dev.perfreview.server.review.LineMap;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Analyses open documents with the settings of their folder and publishes what was found. */
final class DocumentReviewer implements DocumentReview {

  /** Longer texts, in UTF-16 units, are generated or data: nobody edits them, and each keystroke would copy them. */
  static final int MAXIMUM_LENGTH = 5_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(DocumentReviewer.class);

  private final FileAnalyzer analyzer;
  private final Workspace workspace;
  private final BaseComparison changedLines;
  private final DiagnosticPublisher publisher;
  private final AtomicLong analyses = new AtomicLong();
  private final Set<String> announced = ConcurrentHashMap.newKeySet();

  /** Tells the files around a document, by its URI, under some hot paths. */
  private final BiFunction<String, HotPaths, Surroundings> surroundings;

  DocumentReviewer(
    FileAnalyzer analyzer,
    Workspace workspace,
    BaseComparison changedLines,
    BiFunction<String, HotPaths, Surroundings> surroundings,
    DiagnosticPublisher publisher
  ) {
    this.surroundings = surroundings;
    this.analyzer = analyzer;
    this.workspace = workspace;
    this.changedLines = changedLines;
    this.publisher = publisher;
  }

  @Override
  public boolean accepts(DocumentSnapshot document) {
    return document.text().length() <= MAXIMUM_LENGTH;
  }

  @Override
  public long settingsRevision() {
    return workspace.revision();
  }

  @Override
  public DocumentAnalysis analyze(DocumentSnapshot document, SyntaxSnapshot parsed, Cancellation cancellation) {
    long started = System.nanoTime();
    String path = workspace.pathOf(document.uri());
    Configuration configuration = workspace.configurationOf(document.uri()).at(path);
    SyntaxSnapshot syntax = workspace.cells().contains(document.uri()) ? syntaxOfCell(document, parsed) : parsed;
    Scope scope = workspace.scopeOf(document.uri());
    LineMap lines = scope == Scope.ALL ? null : changedLinesOf(document);
    DocumentAnalysis analysis = new DocumentAnalysis(
      analyses.incrementAndGet(),
      document,
      syntax,
      path,
      workspace.folderOf(document.uri()).orElse(null),
      configuration,
      configuration.enabled() && !configuration.excludes(path) && !(scope == Scope.CHANGED && isUnchanged(lines))
        ? within(scope, lines, document, findings(document.uri(), path, syntax, configuration, cancellation))
        : List.of(),
      scope,
      lines
    );
    LOG.debug(
      "version {} of {} has {} findings, found in {} ms",
      document.version(),
      path,
      analysis.findings().size(),
      (System.nanoTime() - started) / 1_000_000
    );
    return analysis;
  }

  private @Nullable LineMap changedLinesOf(DocumentSnapshot document) {
    return changedLines.of(document.uri(), document.text()).orElse(null);
  }

  private static boolean isUnchanged(@Nullable LineMap lines) {
    return lines != null && lines.changed().findAny().isEmpty();
  }

  private static List<ReportedFinding> within(
    Scope scope,
    @Nullable LineMap lines,
    DocumentSnapshot document,
    List<ReportedFinding> findings
  ) {
    return scope != Scope.CHANGED || lines == null
      ? findings
      : findings
          .stream()
          .filter(finding -> lines.isChanged(document.text(), finding.finding().range()))
          .toList();
  }

  /** The syntax of a cell without what is for IPython; that of the next edit is worked out from the whole text as for any document. */
  private static SyntaxSnapshot syntaxOfCell(DocumentSnapshot cell, SyntaxSnapshot parsed) {
    if (cell.language() != Language.PYTHON) {
      return parsed;
    }
    String whole = cell.text().string();
    String python = IPythonLines.hide(whole);
    return python.equals(whole) ? parsed : SyntaxTree.snapshotOf(Language.PYTHON, python);
  }

  private List<ReportedFinding> findings(
    String uri,
    String path,
    SyntaxSnapshot syntax,
    Configuration configuration,
    Cancellation cancellation
  ) {
    AnalysisSettings settings = configuration.analysis();
    AnalysisResult result = analyzer.analyze(
      path,
      syntax,
      settings.within(surroundings.apply(uri, settings.hotPaths())),
      cancellation
    );
    for (AnalysisResult.RuleFailure failure : result.failures()) {
      if (failure.cause() instanceof QueryGivenUpException) {
        LOG.warn("the rule {} finds nothing in {}: {}", failure.ruleId(), path, failure.reason());
      } else if (announced.add("rule " + failure.ruleId())) {
        LOG.warn("the rule {} failed on {}; its findings there are lost", failure.ruleId(), path, failure.cause());
      }
    }
    return result
      .findings()
      .stream()
      .filter(finding -> configuration.shows(finding.impact()))
      .toList();
  }

  @Override
  public void analyzed(DocumentAnalysis analysis, BooleanSupplier current) {
    publisher.publish(analysis, current);
  }

  @Override
  public void declined(DocumentSnapshot document, BooleanSupplier current) {
    if (announced.add("size " + document.uri())) {
      LOG.warn(
        "{} is not reviewed: it has {} UTF-16 units, and the limit is {}",
        document.uri(),
        document.text().length(),
        MAXIMUM_LENGTH
      );
    }
    publisher.publishNone(document, current);
  }

  @Override
  public void timedOut(DocumentSnapshot document, ParseTimeoutException why, BooleanSupplier current) {
    if (announced.add("timeout " + document.uri())) {
      LOG.warn("{} is not reviewed while it stands so: {}", document.uri(), why.getMessage());
    }
    publisher.publishNone(document, current);
  }

  @Override
  public void failed(DocumentSnapshot document, Throwable failure) {
    // Once, and not with each keystroke that does not mend it.
    if (announced.add("failure " + failure.getClass() + document.uri())) {
      LOG.error("version {} of {} cannot be reviewed", document.version(), document.uri(), failure);
    }
  }
}
