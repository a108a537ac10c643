package dev.perfreview.analysis;

import dev.perfreview.analysis.Pragma.Ignore;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import dev.perfreview.userrules.UserRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The engine's own rule about suppression comments that silence nothing or name a rule that does not exist. */
public final class UnusedSuppression {

  private static final String ID = "unused-suppression";

  private UnusedSuppression() {}

  /** What the rule is, for a language. */
  public static RuleInfo infoFor(Language language) {
    return new RuleInfo(
      ID,
      language,
      "a suppression comment that silences nothing",
      Cost.OVERHEAD,
      FixAvailability.ALWAYS,
      Set.of()
    );
  }

  /**
   * A finding for each comment with rules that it silences nothing of, after all other findings have been matched against them.
   *
   * @param userRules the rules that the user wrote
   * @param judged whether a rule ran over the file, so that nothing to silence means that the suppression is idle
   */
  static List<Finding> find(
    SourceText text,
    Language language,
    Suppressions suppressions,
    UserRules userRules,
    Predicate<RuleInfo> judged
  ) {
    List<Finding> findings = new ArrayList<>();
    for (Suppressions.Suppression suppression : suppressions.all()) {
      List<String> unused = suppression
        .unused()
        .stream()
        .filter(id -> !userRules.unusable().contains(id))
        .filter(id -> find(language, userRules, id).map(judged::test).orElse(true))
        .toList();
      if (!unused.isEmpty()) {
        Finding finding = Finding.at(
          suppression.pragma().range(),
          messageOf(language, userRules, suppression.ignore(), unused)
        );
        findings.add(finding.withFix(removal(text, suppression, unused)));
      }
    }
    return findings;
  }

  private static Optional<RuleInfo> find(Language language, UserRules userRules, String id) {
    return AllRules.find(language, id).or(() -> userRules.find(language, id));
  }

  private static String messageOf(Language language, UserRules userRules, Ignore ignore, List<String> unused) {
    List<String> unknown = unused
      .stream()
      .filter(id -> find(language, userRules, id).isEmpty())
      .toList();
    String place = ignore.wholeFile() ? "in this file" : "here";
    return unknown.isEmpty()
      ? "`" + ignore.keyword() + "` silences nothing " + place + ": there is no finding of " + quoted(unused)
      : "`" + ignore.keyword() + "` silences nothing " + place + ": there is no rule " + quoted(unknown);
  }

  private static Fix removal(SourceText text, Suppressions.Suppression suppression, List<String> unused) {
    List<String> kept = suppression
      .ignore()
      .ids()
      .stream()
      .filter(id -> !unused.contains(id))
      .toList();
    if (kept.isEmpty()) {
      return Fix.safe("Remove the suppression", suppression.pragma().deletion(text));
    }
    TextRange ids = suppression.ignore().idsRange();
    return Fix.safe("Remove " + quoted(unused), new TextEdit(ids, String.join(", ", kept)));
  }

  private static String quoted(List<String> ids) {
    return ids
      .stream()
      .map(id -> "`" + id + "`")
      .collect(Collectors.joining(", "));
  }
}
