package dev.perfreview.server.review.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.MarkdownText;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.UnifiedDiff;
import dev.perfreview.server.review.Answer;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.LocatedFinding;
import dev.perfreview.server.review.ReviewedFile;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The report on a change as a person reads it: in a comment on the change, in an editor, or on a terminal. */
public final class ChangeMarkdown {

  private static final int MOST_LINES = 8;

  private final ChangeReport report;
  private final Report names;
  private final Appendable out;

  private ChangeMarkdown(ChangeReport report, Appendable out) {
    this.report = report;
    this.names = report.asReport(List.of());
    this.out = out;
  }

  /** How it is written. */
  public static ChangeReportFormat format() {
    return (report, out) -> new ChangeMarkdown(report, out).write();
  }

  private void write() throws IOException {
    out.append("# Performance review\n\n");
    out.append("**Overall impact: ").append(report.review().impact().word()).append(".** The change from ");
    out.append(MarkdownText.escaped(report.review().change().base())).append(" to ");
    out.append(MarkdownText.escaped(report.review().change().head())).append(' ');
    out.append(Summary.of(report)).append(".\n");
    writeFiles();
    List<FindingChange> brought = report.brought();
    if (!brought.isEmpty()) {
      out.append("\n## What it brings\n");
      for (FindingChange finding : brought) {
        writeBrought(finding);
      }
    }
    List<FindingChange> ended = report.ended();
    if (!ended.isEmpty()) {
      out.append("\n## What it ends\n\n");
      for (FindingChange finding : ended) {
        LocatedFinding found = finding.finding();
        out.append("- ").append(placeOf(found)).append(' ').append(finding.impact().word()).append(": ");
        out.append(MarkdownText.escaped(found.reported().message())).append('\n');
      }
    }
    writeChecklist();
    writeProblems();
  }

  private void writeFiles() throws IOException {
    int sources = 0;
    StringBuilder rows = new StringBuilder();
    for (ReviewedFile file : report.review().files()) {
      if (file.edited()) {
        sources++;
        FileRow row = FileRow.of(file, report);
        rows.append("| ").append(MarkdownText.code(row.path())).append(" | ").append(MarkdownText.escaped(row.what()));
        rows.append(" | ").append(row.heatInWords()).append(" | ");
        rows.append(row.hotPaths().stream().map(MarkdownText::code).collect(Collectors.joining(", ")));
        rows.append(" | ").append(functions(row.functions())).append(" |\n");
      }
    }
    out.append("\n## Files\n\n");
    if (sources > 0) {
      out.append("| file | | what it edits runs | hot path | hot functions edited |\n|---|---|---|---|---|\n");
      out.append(rows);
    }
    int others = report.review().change().paths().size() - sources;
    if (others > 0) {
      out.append(sources > 0 ? "\n" : "").append(counted(others, sources > 0 ? "other file" : "file"));
      out.append(
        sources > 0
          ? " that hold" + (others == 1 ? "s" : "") + " no reviewed code: "
          : ", no Python or Rust that is reviewed: "
      );
      out.append(namesOfOthers()).append("\n");
    } else if (sources == 0) {
      out.append("The change touches no file.\n");
    }
  }

  private static final int MOST_NAMED = 4;

  private static String functions(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).map(MarkdownText::code).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? some + " and " + (names.size() - MOST_NAMED) + " more" : some;
  }

  private String namesOfOthers() {
    Set<String> others = new TreeSet<>(report.review().change().paths());
    for (ReviewedFile file : report.review().files()) {
      others.remove(FileRow.of(file, report).path());
    }
    return functions(List.copyOf(others));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private String placeOf(LocatedFinding found) {
    String place = names.nameOf(found.review().target().file()) + ":" + (found.line() + 1);
    return "**" + MarkdownText.code(place) + "**";
  }

  private void writeBrought(FindingChange finding) throws IOException {
    LocatedFinding found = finding.finding();
    ReportedFinding reported = found.reported();
    SourceText text = found.review().text();
    TextRange range = reported.finding().range();
    out.append("\n### ").append(reported.impact().word()).append(" · ").append(MarkdownText.code(reported.rule().id()));
    out.append("\n\n").append(placeOf(found)).append(" ");
    out.append(MarkdownText.escaped(reported.finding().message())).append(".\n\n");
    int first = text.lineOf(range.start());
    int last = Math.min(text.lineOf(Math.max(range.start(), range.end() - 1)), first + MOST_LINES - 1);
    String excerpt = text.string().substring(text.lineStart(first), text.lineEnd(last)).stripIndent();
    out.append(MarkdownText.block(reported.rule().language().id(), excerpt));
    RulePage page = RulePage.of(reported.rule());
    out.append("\n- **Why it matters here:** ").append(whyHere(finding));
    Optional<String> why = page.why();
    if (why.isPresent()) {
      out.append(' ').append(why.get());
    }
    out.append('\n');
    FileReport file = report.fileOf(finding);
    for (Evidence evidence : reported.finding().evidence()) {
      Elsewhere elsewhere = evidence.elsewhere();
      String place =
        elsewhere == null
          ? names.nameOf(file.file()) + ":" + (text.lineOf(evidence.range().start()) + 1)
          : names.nameOf(file.fileOf(elsewhere)) + ":" + (elsewhere.line() + 1);
      out
        .append("- ")
        .append(MarkdownText.code(place))
        .append(' ')
        .append(MarkdownText.escaped(evidence.note()))
        .append('\n');
    }
    writeRemedy(reported, text, page);
  }

  private static String whyHere(FindingChange finding) {
    ReportedFinding reported = finding.finding().reported();
    String reason = reported.heat().reason();
    LocatedFinding before = finding.before();
    String louder =
      before == null
        ? ""
        : "; it was there before, as " +
          before.reported().impact().word() +
          ", and the change makes its line run more often";
    return MarkdownText.escaped((reason == null ? "how often the line runs is not known" : reason) + louder) + ".";
  }

  private void writeRemedy(ReportedFinding reported, SourceText text, RulePage page) throws IOException {
    List<Fix> fixes = reported.finding().fixes();
    if (!fixes.isEmpty()) {
      Fix fix = fixes.getFirst();
      out.append("- **What to do:** ").append(MarkdownText.escaped(fix.title()));
      out.append(
        fix.applicability() == Applicability.SAFE ? " (keeps the meaning)" : ""
      );
      out.append(":\n\n");
      out.append(MarkdownText.block("diff", UnifiedDiff.hunks(text.string(), text.apply(fix.edits()).string())));
      return;
    }
    out.append("- **What to do:** ");
    Optional<String> instead = page.instead();
    if (instead.isEmpty()) {
      out.append("`perf-review explain ").append(reported.rule().id()).append("` says when it is fine.\n");
    } else {
      out
        .append("write it as in the example below; `perf-review explain ")
        .append(reported.rule().id())
        .append("` says more.\n");
      out.append("\n<details><summary>Example</summary>\n\n").append(instead.get()).append("\n\n</details>\n");
    }
  }

  private void writeChecklist() throws IOException {
    out.append("\n## Checklist\n\n");
    for (Answer answer : report.answers()) {
      out.append("- **").append(answer.question().text()).append("** ").append(answer.verdict().word());
      List<String> evidence = answer.evidence();
      if (evidence.size() == 1) {
        out.append(": ").append(MarkdownText.escaped(evidence.getFirst())).append('\n');
      } else {
        out.append(":\n");
        for (String sentence : evidence) {
          out.append("  - ").append(MarkdownText.escaped(sentence)).append('\n');
        }
      }
    }
  }

  private void writeProblems() throws IOException {
    if (!report.review().problems().isEmpty()) {
      out.append("\n## Not reviewed\n\n");
      for (Outcome.Problem problem : report.review().problems()) {
        out
          .append("- ")
          .append(MarkdownText.code(names.nameOf(problem.path())))
          .append(' ');
        out.append(MarkdownText.escaped(problem.message())).append('\n');
      }
    }
  }
}
