package dev.perfreview.server.cli;

import dev.perfreview.rule.RuleInfo;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options that choose rules, among those that the configuration allows. */
final class RuleSelection {

  @Option(names = "--select", paramLabel = "RULE", split = ",", description = "Run these rules only.")
  private Set<String> selected = new LinkedHashSet<>();

  @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Do not run these rules.")
  private Set<String> ignored = new LinkedHashSet<>();

  /**
   * Which rules the user asked for.
   *
   * @throws WrongUseException when one of the ids is no rule's
   */
  Predicate<RuleInfo> rules() {
    RuleIds.check(selected);
    RuleIds.check(ignored);
    return rule -> (selected.isEmpty() || selected.contains(rule.id())) && !ignored.contains(rule.id());
  }
}
