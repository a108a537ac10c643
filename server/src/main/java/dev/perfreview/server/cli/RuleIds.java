package dev.perfreview.server.cli;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.rule.RuleInfo;
import java.util.Collection;
import java.util.List;

/** Rules by the ids that users type. */
final class RuleIds {

  private RuleIds() {}

  /** The rules of an id, one a language. */
  static List<RuleInfo> find(String id) {
    List<RuleInfo> found = AllRules.infos()
      .stream()
      .filter(rule -> rule.id().equals(id))
      .toList();
    if (found.isEmpty()) {
      throw unknown(id);
    }
    return found;
  }

  /** Makes sure that each is the id of a rule. */
  static void check(Collection<String> ids) {
    for (String id : ids) {
      if (!AllRules.ids().contains(id)) {
        throw unknown(id);
      }
    }
  }

  private static WrongUseException unknown(String id) {
    return new WrongUseException(
      "there is no rule " + id + Spelling.question(id, AllRules.ids()) + "; `perf-review rules` lists them"
    );
  }
}
