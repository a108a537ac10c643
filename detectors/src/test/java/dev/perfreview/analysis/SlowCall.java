package dev.perfreview.analysis;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A rule for tests of the driver: flags each call of {@code slow}; in a Rust macro, where no calls are known, the bare name. */
final class SlowCall<M extends SemanticModel> implements Rule<M> {

  /** What the driver needs to run this rule alone on Python. */
  static final LanguageSupport<PythonModel> PYTHON = new LanguageSupport<>(
    Language.PYTHON,
    PythonModel::new,
    List.of(new SlowCall<>(Language.PYTHON, "call"))
  );

  /** What the driver needs to run this rule alone on Rust. */
  static final LanguageSupport<RustModel> RUST = new LanguageSupport<>(
    Language.RUST,
    (snapshot, path, workspace) -> new RustModel(snapshot),
    List.of(new SlowCall<>(Language.RUST, "call_expression"))
  );

  private final RuleInfo info;

  private SlowCall(Language language, String callKind) {
    info = new RuleInfo(
      "slow-call",
      language,
      "a call of `slow`",
      Cost.ALLOCATION,
      FixAvailability.NONE,
      Set.of(callKind, "token_tree")
    );
  }

  /** What this rule finds in a text. */
  static List<ReportedFinding> findingsIn(Language language, String text) {
    return analyze(language, text).findings();
  }

  /** Runs this rule alone. */
  static AnalysisResult analyze(Language language, String text) {
    LanguageSupport<?> support = language == Language.PYTHON ? PYTHON : RUST;
    AnalysisSettings settings = AnalysisSettings.standard();
    var snapshot = SyntaxTree.snapshotOf(language, text);
    return Analyzer.analyze(support, "somewhere", snapshot, settings, Cancellation.NEVER);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(SyntaxNode node, M model, Consumer<Finding> findings) {
    if (node.is("token_tree")) {
      node
        .children()
        .stream()
        .filter(token -> token.textIs("slow"))
        .forEach(token -> findings.accept(Finding.at(token, "`slow` is slow")));
      return;
    }
    SyntaxNode function = node.field("function");
    if (function != null && function.textIs("slow")) {
      findings.accept(Finding.at(node, "`slow` is slow"));
    }
  }
}
