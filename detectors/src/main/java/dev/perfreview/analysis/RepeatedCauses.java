package dev.perfreview.analysis;

import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers the voice for what was said: where findings of a file have one cause, such as one helper that blocks and is called in fifty coroutines, the
 * loudest of them speaks, and the others are there for whoever looks for them.
 */
final class RepeatedCauses {

  private RepeatedCauses() {}

  /** The same findings of one rule and file, of each cause all but the loudest no louder than minor; of those that are as loud the first speaks. */
  static List<ReportedFinding> quieten(List<ReportedFinding> findings) {
    Map<String, ReportedFinding> speakers = new HashMap<>();
    for (ReportedFinding found : findings) {
      String cause = found.finding().cause();
      if (cause != null) {
        ReportedFinding speaker = speakers.get(cause);
        if (speaker == null || goesBefore(found, speaker)) {
          speakers.put(cause, found);
        }
      }
    }
    if (speakers.isEmpty()) {
      return findings;
    }
    List<ReportedFinding> quieter = new ArrayList<>();
    for (ReportedFinding found : findings) {
      String cause = found.finding().cause();
      ReportedFinding speaker = cause == null ? null : speakers.get(cause);
      boolean speaks = speaker == null || isSame(speaker, found);
      quieter.add(speaks || found.impact().compareTo(Impact.MINOR) <= 0 ? found : found.withImpact(Impact.MINOR));
    }
    return quieter;
  }

  private static boolean goesBefore(ReportedFinding one, ReportedFinding other) {
    int louder = one.impact().compareTo(other.impact());
    return louder > 0 || (louder == 0 && startOf(one) < startOf(other));
  }

  private static int startOf(ReportedFinding found) {
    return found.finding().range().start();
  }

  /** Two findings of a rule that stand at the same place are the same here. */
  private static boolean isSame(ReportedFinding one, ReportedFinding other) {
    Finding first = one.finding();
    return first.range().equals(other.finding().range());
  }
}
