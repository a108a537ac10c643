package dev.perfreview.analysis;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.QueryTree;
import dev.perfreview.syntax.SyntaxQuery.Ending;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.userrules.UserRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Runs the user's rules over one file. One whose query fails or takes too long loses what it found in the file; the others do not notice. */
final class UserRuleRun {

  /** The longest that one query may take in one file; a plain one takes ten milliseconds in a file of 200 kB. */
  static final long PATIENCE_MILLIS = 1000;

  private final String path;
  private final SyntaxSnapshot snapshot;
  private final AnalysisSettings settings;
  private final Map<RuleInfo, List<Finding>> findings = new LinkedHashMap<>();
  private final List<RuleFailure> failures = new ArrayList<>();
  private final Set<String> unjudged = new HashSet<>();

  UserRuleRun(String path, SyntaxSnapshot snapshot, AnalysisSettings settings) {
    this.path = path;
    this.snapshot = snapshot;
    this.settings = settings;
    unjudged.addAll(settings.userRules().unusable());
  }

  /**
   * Runs those that are about the file.
   *
   * @throws CancellationException when {@code cancellation} says so
   */
  void run(Cancellation cancellation) {
    List<UserRule> rules = applicable();
    if (rules.isEmpty()) {
      return;
    }
    try (QueryTree file = QueryTree.of(snapshot)) {
      for (UserRule rule : rules) {
        run(rule, file, cancellation);
      }
    }
  }

  private List<UserRule> applicable() {
    List<UserRule> rules = new ArrayList<>();
    for (UserRule rule : settings.userRules().rules()) {
      RuleInfo info = rule.info();
      if (info.language() == snapshot.language() && settings.runs(info) && rule.speaksOf(path)) {
        if (rule.isGivenUp()) {
          unjudged.add(info.id());
        } else {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private void run(UserRule rule, QueryTree file, Cancellation cancellation) {
    String id = rule.info().id();
    FindingSink found = new FindingSink(snapshot.text().length());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    Throwable thrown = Isolation.run(id, () -> {
      Ending ending = rule.check(file, () -> cancellation.isCancelled() || System.nanoTime() - end > 0, found);
      if (ending == Ending.STOPPED && cancellation.isCancelled()) {
        throw new CancellationException();
      }
      if (ending != Ending.FINISHED) {
        fail(id, new QueryGivenUpException(reason(ending, rule.giveUp())));
      }
    });
    if (thrown != null) {
      fail(id, thrown);
    }
    if (!unjudged.contains(id)) {
      findings.put(rule.info(), found.distinct());
    }
  }

  private static String reason(Ending ending, boolean forGood) {
    String what =
      ending == Ending.STOPPED
        ? "its query takes longer than %d ms".formatted(PATIENCE_MILLIS)
        : "too much matches the beginning of its query at once";
    return forGood
      ? what + ", as in other files before: it is left out until the configuration is read again"
      : what + " and was given up";
  }

  private void fail(String id, Throwable cause) {
    unjudged.add(id);
    failures.add(new RuleFailure(id, cause));
  }

  /** Hands over what each rule found; whatever {@code consumer} throws counts as thrown by the rule. */
  void forEachRule(RuleRun.RuleConsumer consumer) {
    findings.forEach((rule, found) -> {
      Throwable thrown = Isolation.run(rule.id(), () -> consumer.accept(rule, found));
      if (thrown != null) {
        fail(rule.id(), thrown);
      }
    });
  }

  /** The rules that failed. */
  List<RuleFailure> failures() {
    return failures;
  }

  /** Whether it is known what a rule finds in the file. */
  boolean judges(String ruleId) {
    return !unjudged.contains(ruleId);
  }
}
