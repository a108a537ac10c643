package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Fix;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For a comment on a change: a heading with the counts, then each finding with its code, worst first. */
public record MarkdownReport() implements ReportFormat {
  private static final int MOST_LINES = 8;

  private record Place(FileReport file, FileReport.Item item) {}

  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append("# perf-review\n\n").append(summary(report)).append('\n');
    List<Place> places = new ArrayList<>();
    report.files().forEach(file -> file.findings().forEach(item -> places.add(new Place(file, item))));
    for (Impact impact : List.of(Impact.values()).reversed()) {
      List<Place> ofImpact = places
        .stream()
        .filter(place -> place.item().reported().impact() == impact)
        .toList();
      if (!ofImpact.isEmpty()) {
        out.append("\n## ").append(titleOf(impact)).append('\n');
        for (Place place : ofImpact) {
          writeFinding(report, place, out);
        }
      }
    }
    if (!report.problems().isEmpty()) {
      out.append("\n## Not reviewed\n\n");
      for (Outcome.Problem problem : report.problems()) {
        out
          .append("- ")
          .append(MarkdownText.code(report.nameOf(problem.path())))
          .append(' ')
          .append(problem.message())
          .append('\n');
      }
    }
  }

  private static void writeFinding(Report report, Place place, Appendable out) throws IOException {
    ReportedFinding reported = place.item().reported();
    SourceText text = place.file().text();
    TextRange range = reported.finding().range();
    int first = text.lineOf(range.start());
    out
      .append("\n**")
      .append(MarkdownText.code(report.nameOf(place.file().file()) + ":" + (first + 1)))
      .append("** · ");
    out.append(MarkdownText.code(reported.rule().id())).append("\n\n");
    out.append(MarkdownText.escaped(reported.message())).append("\n\n");
    int last = Math.min(text.lineOf(Math.max(range.start(), range.end() - 1)), first + MOST_LINES - 1);
    String excerpt = text.string().substring(text.lineStart(first), text.lineEnd(last)).stripIndent();
    out.append(MarkdownText.block(reported.rule().language().id(), excerpt));
    for (Fix fix : reported.finding().fixes()) {
      out.append("\n- Fix: ").append(MarkdownText.escaped(fix.title())).append('\n');
    }
  }

  private static String summary(Report report) {
    if (report.size() == 0) {
      return "No findings in " + report.filesReviewed() + " files.";
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Impact, Integer> count : report.counts().entrySet()) {
      if (count.getValue() > 0) {
        parts.addFirst("**" + count.getValue() + " " + count.getKey().word() + "**");
      }
    }
    return String.join(", ", parts) + " in " + report.filesReviewed() + " files.";
  }

  private static String titleOf(Impact impact) {
    return Character.toUpperCase(impact.word().charAt(0)) + impact.word().substring(1);
  }
}
