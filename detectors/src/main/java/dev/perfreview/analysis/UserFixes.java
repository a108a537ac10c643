package dev.perfreview.analysis;

import dev.perfreview.rule.RuleInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which replacements of users' rules take part in a round of fixing. Nobody has tested them: one that its own rule finds again would go on for
 * ever, and one may leave code that does not parse.
 */
final class UserFixes {

  private final Set<RuleInfo> stopped = new HashSet<>();
  private Map<RuleInfo, Integer> before = Map.of();
  private boolean usedInRound;
  private boolean refused;

  /** Starts a round with what was found: a rule that has not fewer findings than in the last round, in which it was fixed, is stopped. */
  void startRound(List<ReportedFinding> findings) {
    Map<RuleInfo, Integer> now = new HashMap<>();
    for (ReportedFinding finding : findings) {
      if (finding.rule().definition() != null) {
        now.merge(finding.rule(), 1, Integer::sum);
      }
    }
    now.forEach((rule, count) -> {
      if (before.containsKey(rule) && count >= before.getOrDefault(rule, 0)) {
        stopped.add(rule);
      }
    });
    before = now;
    usedInRound = false;
  }

  /** Whether the fix of a finding may be applied. */
  boolean allows(ReportedFinding finding) {
    return finding.rule().definition() == null || (!refused && !stopped.contains(finding.rule()));
  }

  /** Notes that a fix was applied. */
  void applied(ReportedFinding finding) {
    usedInRound |= finding.rule().definition() != null;
  }

  /** Whether users' fixes took part in the round; after this no more of them are allowed. */
  boolean refuse() {
    refused |= usedInRound;
    return usedInRound;
  }
}
