package dev.perfreview.server.review.report;

import dev.perfreview.server.report.MarkdownText;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.review.Answer;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.LocatedFinding;
import dev.perfreview.server.review.ReviewedFile;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The report on a change as a person reads it: in a comment on the change, in an editor, or on a terminal. */
public final class ChangeMarkdown {

  /** So many findings are shown with their code and remedy: a comment on GitHub holds 65,536 characters. */
  private static final int MOST_IN_FULL = 20;

  private static final int MOST_NAMED = 4;

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
      BroughtMarkdown writer = new BroughtMarkdown(report, out);
      for (FindingChange finding : brought.subList(0, Math.min(brought.size(), MOST_IN_FULL))) {
        writer.write(finding);
      }
      writeTheRest(brought);
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

  private void writeTheRest(List<FindingChange> brought) throws IOException {
    if (brought.size() > MOST_IN_FULL) {
      out
        .append("\n### ")
        .append(String.valueOf(brought.size() - MOST_IN_FULL))
        .append(" more\n\n");
      for (FindingChange finding : brought.subList(MOST_IN_FULL, brought.size())) {
        out.append("- ").append(placeOf(finding.finding())).append(' ').append(finding.impact().word()).append(": ");
        out.append(MarkdownText.escaped(finding.finding().reported().message())).append('\n');
      }
    }
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

  private static String functions(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).map(MarkdownText::code).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? some + " and " + (names.size() - MOST_NAMED) + " more" : some;
  }

  private String namesOfOthers() {
    Set<String> others = new TreeSet<>(report.review().change().paths());
    for (ReviewedFile file : report.review().files()) {
      others.remove(FileRow.pathOf(file, report));
    }
    return functions(List.copyOf(others));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private String placeOf(LocatedFinding found) {
    return BroughtMarkdown.placeOf(found, names);
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
