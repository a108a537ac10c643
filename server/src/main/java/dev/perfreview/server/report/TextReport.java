package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.TextPosition;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * For a person at a terminal: each finding with its place, the code with the span marked, related places, the reason for its heat and what mends
 * it; at the end how many there are.
 *
 * @param style with or without colours
 * @param columns how wide a line of source may be
 */
public record TextReport(Style style, int columns) implements ReportFormat {
  /** A span to be marked in an excerpt. */
  private record Mark(TextRange range, char sign, UnaryOperator<String> colour, String note) {}

  @Override
  public void write(Report report, Appendable out) throws IOException {
    writeFindings(report, out);
    out.append(summary(report)).append('\n');
  }

  /** Writes the findings only, each with an empty line after it. */
  public void writeFindings(Report report, Appendable out) throws IOException {
    for (FileReport file : report.files()) {
      for (FileReport.Item item : file.findings()) {
        writeFinding(report, file, item.reported(), out);
        out.append('\n');
      }
    }
  }

  private void writeFinding(Report report, FileReport file, ReportedFinding reported, Appendable out)
    throws IOException {
    String path = report.nameOf(file.file());
    TextPosition start = file.text().positionOf(reported.finding().range().start());
    Impact impact = reported.impact();
    out
      .append(style.strong(path + ":" + (start.line() + 1) + ":" + (start.column() + 1) + ":"))
      .append(' ')
      .append(style.of(impact, impact.word() + ":"))
      .append(' ')
      .append(style.inlineCode(reported.finding().message()))
      .append(' ')
      .append(style.faint("[" + reported.rule().id() + "]"))
      .append('\n');
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(reported.finding().range(), '^', text -> style.of(impact, text), ""));
    for (Evidence evidence : reported.finding().evidence()) {
      if (evidence.elsewhere() == null) {
        marks.add(new Mark(evidence.range(), '-', style::code, DisplayLine.visible(evidence.note())));
      }
    }
    marks.sort(Comparator.comparingInt(mark -> mark.range().start()));
    int digits = Excerpt.digitsFor(file.text(), marks.stream().map(Mark::range).toList());
    Excerpt excerpt = new Excerpt(file.text(), columns, style);
    for (Mark mark : marks) {
      for (String line : excerpt.of(mark.range(), digits, mark.sign(), mark.colour(), mark.note())) {
        out.append(line).append('\n');
      }
    }
    String margin = excerpt.margin(digits, "=");
    for (Evidence evidence : reported.finding().evidence()) {
      Elsewhere place = evidence.elsewhere();
      if (place != null) {
        String where = report.nameOf(file.fileOf(place)) + ":" + (place.line() + 1) + ":";
        out
          .append(margin)
          .append(style.strong(where))
          .append(' ')
          .append(style.inlineCode(evidence.note()))
          .append('\n');
      }
    }
    @Nullable
    String reason = reported.heat().reason();
    if (reason != null) {
      out.append(margin).append(style.inlineCode(reason)).append('\n');
    }
    for (Fix fix : reported.finding().fixes()) {
      out.append(margin).append(style.remedy("fix:")).append(' ').append(style.inlineCode(fix.title())).append(' ');
      out
        .append(style.faint(fix.applicability() == Applicability.SAFE ? "(--fix)" : "(--fix --unsafe-fixes)"))
        .append('\n');
    }
  }

  /** How many findings there are of each impact, in one line. */
  public String summary(Report report) {
    StringBuilder line = new StringBuilder();
    if (report.fixesApplied() > 0) {
      line.append(counted(report.fixesApplied(), "fix", "fixes")).append(" applied; ");
    }
    int size = report.size();
    line.append(size == 0 ? "no findings" : counted(size, "finding", "findings"));
    line.append(" in ").append(counted(report.filesReviewed(), "file", "files"));
    if (size > 0) {
      List<String> parts = new ArrayList<>();
      Map<Impact, Integer> counts = report.counts();
      for (Impact impact : List.of(Impact.values()).reversed()) {
        int count = counts.getOrDefault(impact, 0);
        if (count > 0) {
          parts.add(style.of(impact, count + " " + impact.word()));
        }
      }
      line.append(": ").append(String.join(", ", parts));
    }
    if (report.hidden() > 0) {
      line
        .append("; ")
        .append(report.hidden())
        .append(" of lower impact not shown (--min-impact negligible shows all)");
    }
    if (report.known() > 0) {
      line.append("; ").append(report.known()).append(" known from the baseline");
    }
    return line.toString();
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
