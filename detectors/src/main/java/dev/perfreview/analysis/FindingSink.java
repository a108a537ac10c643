package dev.perfreview.analysis;

import dev.perfreview.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what one rule finds in a file; one that lies outside the text is the rule's error. */
final class FindingSink implements Consumer<Finding> {

  private final int textLength;
  private @Nullable List<Finding> findings;

  FindingSink(int textLength) {
    this.textLength = textLength;
  }

  @Override
  public void accept(Finding finding) {
    if (finding.range().length() == 0 || finding.range().end() > textLength) {
      throw new IllegalArgumentException("a finding must span text of its file: " + finding);
    }
    if (findings == null) {
      findings = new ArrayList<>();
    }
    findings.add(finding);
  }

  /** The findings without those that say the same of the same place as one before. */
  List<Finding> distinct() {
    if (findings == null) {
      return List.of();
    }
    // Texts as keys: for the hash of a record the VM spins classes, 5 ms before the first diagnostics.
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Finding finding : findings) {
      first.putIfAbsent(finding.range().start() + " " + finding.range().end() + " " + finding.message(), finding);
    }
    return List.copyOf(first.values());
  }
}
