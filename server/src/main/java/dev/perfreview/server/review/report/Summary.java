package dev.perfreview.server.review.report;

import dev.perfreview.heat.Impact;
import dev.perfreview.server.review.FindingChange;
import java.util.ArrayList;
import java.util.List;

/** The sentence that a report on a change starts with. */
final class Summary {

  private Summary() {}

  /** What the change brings and ends: "brings 2 findings (1 moderate, 1 minor) and ends 3 (1 significant, 2 minor)". */
  static String of(ChangeReport report) {
    List<FindingChange> brought = report.brought();
    List<FindingChange> ended = report.ended();
    if (brought.isEmpty() && ended.isEmpty()) {
      return "brings no finding and ends none";
    }
    String first = brought.isEmpty()
      ? "brings no finding"
      : "brings " + brought.size() + (brought.size() == 1 ? " finding" : " findings") + " (" + counts(brought) + ")";
    return first + (ended.isEmpty() ? "" : " and ends " + ended.size() + " (" + counts(ended) + ")");
  }

  private static String counts(List<FindingChange> findings) {
    List<String> parts = new ArrayList<>();
    for (Impact impact : List.of(Impact.values()).reversed()) {
      long count = findings
        .stream()
        .filter(finding -> finding.impact() == impact)
        .count();
      if (count > 0) {
        parts.add(count + " " + impact.word());
      }
    }
    return String.join(", ", parts);
  }
}
