package dev.perfreview.server.cli;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Rules by the ids that users type. */
final class RuleIds {

  private RuleIds() {}

  /**
   * The rules of an id, one a language.
   *
   * @param configuration which rules there are besides the built-in ones
   */
  static List<RuleInfo> find(String id, Configuration configuration) {
    List<RuleInfo> found = configuration
      .rules()
      .stream()
      .filter(rule -> rule.id().equals(id))
      .toList();
    if (found.isEmpty()) {
      throw unknown(id, configuration.ruleIds());
    }
    return found;
  }

  /**
   * Makes sure that each is the id of a rule.
   *
   * @param known the ids of all rules
   */
  static void check(Collection<String> ids, Set<String> known) {
    for (String id : ids) {
      if (!known.contains(id)) {
        throw unknown(id, known);
      }
    }
  }

  private static WrongUseException unknown(String id, Set<String> known) {
    return new WrongUseException(
      "there is no rule " + id + Spelling.question(id, known) + "; `perf-review rules` lists them"
    );
  }
}
