package dev.perfreview.analysis;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * One walk of a language's rules over one file. A rule that throws loses what it found in the file and is not called again there; the
 * others do not notice.
 *
 * @param <M> the language's semantic model
 */
final class RuleRun<M extends SemanticModel> {

  /** How many nodes are walked between two questions whether the answer is still wanted. */
  private static final int NODES_PER_CANCELLATION_CHECK = 1024;

  private final LanguageSupport<M> language;
  private final M model;
  private final boolean[] running;
  private final Rule<M>[] rules;
  private final FindingSink[] sinks;
  private final List<RuleFailure> failures = new ArrayList<>();

  @SuppressWarnings({ "unchecked", "rawtypes" }) // Java makes no arrays of generic types
  RuleRun(LanguageSupport<M> language, M model, Predicate<RuleInfo> enabled) {
    this.language = language;
    this.model = model;
    rules = language.rules().toArray(new Rule[0]);
    running = new boolean[rules.length];
    sinks = new FindingSink[rules.length];
    for (int rule = 0; rule < rules.length; rule++) {
      running[rule] = enabled.test(rules[rule].info());
      sinks[rule] = new FindingSink(model.syntax().text().length());
    }
  }

  /**
   * Calls each rule with each node of the kinds that it asks for.
   *
   * @throws CancellationException when {@code cancellation} says so
   */
  void walk(Cancellation cancellation) {
    SyntaxSnapshot snapshot = model.syntax();
    RuleTable table = language.table();
    for (int index = 0; index < snapshot.size(); index++) {
      if (index % NODES_PER_CANCELLATION_CHECK == 0 && cancellation.isCancelled()) {
        throw new CancellationException();
      }
      int[] interested = table.rulesFor(snapshot.kind(index));
      if (interested.length == 0) {
        continue;
      }
      SyntaxNode node = snapshot.node(index);
      for (int rule : interested) {
        if (running[rule]) {
          check(rule, node);
        }
      }
    }
  }

  /** As {@link #guard} does it, but without an object for each of the many calls. */
  private void check(int place, SyntaxNode node) {
    try {
      rules[place].check(node, model, sinks[place]);
    } catch (RuntimeException | StackOverflowError thrown) {
      fail(place, Isolation.contain(rules[place].info().id(), thrown));
    }
  }

  /** Hands over what each rule found, rules in their order; whatever {@code consumer} throws counts as thrown by the rule. */
  void forEachRule(RuleConsumer consumer) {
    for (int rule = 0; rule < running.length; rule++) {
      List<Finding> found = sinks[rule].distinct();
      if (running[rule] && !found.isEmpty()) {
        RuleInfo info = rules[rule].info();
        guard(rule, () -> consumer.accept(info, found));
      }
    }
  }

  /** Whether the rule of this id threw. */
  boolean failed(String ruleId) {
    return failures.stream().anyMatch(failure -> failure.ruleId().equals(ruleId));
  }

  /** The rules that threw so far. */
  List<RuleFailure> failures() {
    return failures;
  }

  private void guard(int place, Runnable work) {
    Throwable thrown = Isolation.run(rules[place].info().id(), work);
    if (thrown != null) {
      fail(place, thrown);
    }
  }

  private void fail(int place, Throwable thrown) {
    running[place] = false;
    failures.add(new RuleFailure(rules[place].info().id(), thrown));
  }

  /** Takes what one rule found in the file. */
  interface RuleConsumer {
    void accept(RuleInfo rule, List<Finding> findings);
  }
}
