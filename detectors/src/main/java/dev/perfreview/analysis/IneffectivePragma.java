package dev.perfreview.analysis;

import dev.perfreview.analysis.Pragma.HeatDeclaration;
import dev.perfreview.analysis.Pragma.Malformed;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine's own rule about {@code perf:} comments that cannot be understood or stand where they say nothing. */
public final class IneffectivePragma {

  private static final String ID = "ineffective-pragma";

  private IneffectivePragma() {}

  /** What the rule is, for a language. */
  public static RuleInfo infoFor(Language language) {
    return new RuleInfo(
      ID,
      language,
      "a `perf:` comment that cannot be understood or belongs to no function",
      Cost.OVERHEAD,
      FixAvailability.NONE,
      Set.of()
    );
  }

  /** The findings of a file. */
  static List<Finding> find(List<Pragma> pragmas, DeclaredHeat heat) {
    List<Finding> findings = new ArrayList<>();
    for (Pragma pragma : pragmas) {
      if (pragma.meaning() instanceof Malformed malformed) {
        findings.add(Finding.at(pragma.range(), malformed.problem()));
      } else if (pragma.meaning() instanceof HeatDeclaration declaration && !heat.uses(pragma)) {
        String message = "`" + declaration.written() + "` must stand on or above the line that names a function";
        findings.add(Finding.at(pragma.range(), message));
      }
    }
    return findings;
  }
}
