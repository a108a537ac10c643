package dev.perfreview.server.cli;

import dev.perfreview.rule.RuleInfo;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which rules run, among those that the configuration allows: the options for that. */
final class RuleOptions {

  @Option(names = "--select", paramLabel = "RULE", split = ",", description = "Run these rules only.")
  private Set<String> selected = new LinkedHashSet<>();

  @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Do not run these rules.")
  private Set<String> ignored = new LinkedHashSet<>();

  /**
   * Whether a rule is wanted.
   *
   * @param known the ids of all rules, the user's own among them
   * @throws WrongUseException when there is no rule of a name that the user gave
   */
  Predicate<RuleInfo> wanted(Set<String> known) {
    RuleIds.check(selected, known);
    RuleIds.check(ignored, known);
    return rule -> (selected.isEmpty() || selected.contains(rule.id())) && !ignored.contains(rule.id());
  }
}
