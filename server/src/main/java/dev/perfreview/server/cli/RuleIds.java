package dev.perfreview.server.cli;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.rule.RuleInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Set<String> known = known();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw unknown(id);
      }
    }
  }

  private static WrongUseException unknown(String id) {
    return new WrongUseException(
      "there is no rule " + id + Spelling.question(id, known()) + "; `perf-review rules` lists them"
    );
  }

  private static Set<String> known() {
    return AllRules.infos().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
