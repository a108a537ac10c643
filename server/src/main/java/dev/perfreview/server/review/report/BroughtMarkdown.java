package dev.perfreview.server.review.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.MarkdownText;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.UnifiedDiff;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.LocatedFinding;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Findings that a change brings: where, what, why it matters there and what to do. What is true of a rule is said at its first finding only. */
final class BroughtMarkdown {

  private static final int MOST_LINES = 8;

  private final ChangeReport report;
  private final Report names;
  private final Appendable out;
  private final Set<RuleInfo> explained = new HashSet<>();

  BroughtMarkdown(ChangeReport report, Appendable out) {
    this.report = report;
    this.names = report.asReport(List.of());
    this.out = out;
  }

  /** The place of a finding, for a person. */
  static String placeOf(LocatedFinding found, Report names) {
    String place = names.nameOf(found.review().target().file()) + ":" + (found.line() + 1);
    return "**" + MarkdownText.code(place) + "**";
  }

  void write(FindingChange finding) throws IOException {
    LocatedFinding found = finding.finding();
    ReportedFinding reported = found.reported();
    out.append("\n### ").append(reported.impact().word()).append(" · ").append(MarkdownText.code(reported.rule().id()));
    out.append("\n\n").append(placeOf(found, names)).append(' ');
    out.append(MarkdownText.escaped(reported.finding().message())).append(".\n\n");
    out.append(MarkdownText.block(reported.rule().language().id(), excerptOf(found)));
    boolean isFirst = explained.add(reported.rule());
    RulePage page = RulePage.of(reported.rule());
    out.append("\n- **Why it matters here:** ").append(whyHere(finding));
    Optional<String> why = page.why();
    if (isFirst && why.isPresent()) {
      out.append(' ').append(why.get());
    }
    out.append('\n');
    writeEvidence(finding);
    writeRemedy(reported, found.review().text(), isFirst ? page.instead() : Optional.empty());
  }

  private static String excerptOf(LocatedFinding found) {
    SourceText text = found.review().text();
    TextRange range = found.reported().finding().range();
    int first = text.lineOf(range.start());
    int last = Math.min(text.lineOf(Math.max(range.start(), range.end() - 1)), first + MOST_LINES - 1);
    return text.string().substring(text.lineStart(first), text.lineEnd(last)).stripIndent();
  }

  private static String whyHere(FindingChange finding) {
    String reason = finding.finding().reported().heat().reason();
    LocatedFinding before = finding.before();
    String louder =
      before == null
        ? ""
        : "; it was there before, as " +
          before.reported().impact().word() +
          ", and the change makes its line run more often";
    return MarkdownText.escaped((reason == null ? "how often the line runs is not known" : reason) + louder) + ".";
  }

  private void writeEvidence(FindingChange finding) throws IOException {
    FileReport file = report.fileOf(finding);
    for (Evidence evidence : finding.finding().reported().finding().evidence()) {
      Elsewhere elsewhere = evidence.elsewhere();
      String place =
        elsewhere == null
          ? names.nameOf(file.file()) + ":" + (file.text().lineOf(evidence.range().start()) + 1)
          : names.nameOf(file.fileOf(elsewhere)) + ":" + (elsewhere.line() + 1);
      out.append("- ").append(MarkdownText.code(place)).append(' ');
      out.append(MarkdownText.escaped(evidence.note())).append('\n');
    }
  }

  private void writeRemedy(ReportedFinding reported, SourceText text, Optional<String> example) throws IOException {
    List<Fix> fixes = reported.finding().fixes();
    if (fixes.isEmpty() && reported.rule().definition() != null) {
      // The message of a user's own rule says what to do, and there is nothing else to read.
      return;
    }
    out.append("- **What to do:** ");
    if (!fixes.isEmpty()) {
      Fix fix = fixes.getFirst();
      out.append(MarkdownText.escaped(fix.title()));
      out.append(fix.applicability() == Applicability.SAFE ? " (keeps the meaning)" : "").append(":\n\n");
      out.append(MarkdownText.block("diff", UnifiedDiff.hunks(text.string(), text.apply(fix.edits()).string())));
    } else if (example.isPresent()) {
      out.append("write it as in the example; `perf-review explain ").append(reported.rule().id());
      out.append("` says more.\n\n<details><summary>Example</summary>\n\n").append(example.get());
      out.append("\n\n</details>\n");
    } else {
      out.append("`perf-review explain ").append(reported.rule().id()).append("` says what else to write.\n");
    }
  }
}
