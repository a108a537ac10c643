package dev.perfreview.server.review.report;

import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.report.TextReport;
import dev.perfreview.server.review.Answer;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.LocatedFinding;
import dev.perfreview.server.review.ReviewedFile;
import java.io.IOException;
import java.util.List;

/**
 * The report on a change for a person at a terminal: what it brings as {@link TextReport} shows findings, what it ends in a line each, the
 * questions, and the impact at the end, where the eye is.
 *
 * @param style with or without colours
 * @param columns how wide a line of source may be
 */
public record ChangeText(Style style, int columns) implements ChangeReportFormat {
  @Override
  public void write(ChangeReport report, Appendable out) throws IOException {
    Report brought = report.asReport(report.brought());
    new TextReport(style, columns).writeFindings(brought, out);
    writeEnded(report, brought, out);
    writeFiles(report, out);
    for (Answer answer : report.answers()) {
      writeAnswer(answer, out);
    }
    out.append("\noverall impact: ");
    out.append(style.of(report.review().impact(), report.review().impact().word())).append("; the change from ");
    out.append(style.inlineCode(report.review().change().base())).append(" to ");
    out.append(style.inlineCode(report.review().change().head())).append(' ');
    out.append(Summary.of(report));
    if (brought.hidden() > 0) {
      out.append("; ").append(String.valueOf(brought.hidden())).append(" of lower impact not shown");
    }
    out.append('\n');
  }

  private void writeAnswer(Answer answer, Appendable out) throws IOException {
    out.append(style.strong(answer.question().text())).append(' ').append(answer.verdict().word()).append(':');
    boolean several = answer.evidence().size() > 1;
    for (String sentence : answer.evidence()) {
      out.append(several ? "\n  " : " ").append(style.inlineCode(sentence));
    }
    out.append('\n');
  }

  private void writeEnded(ChangeReport report, Report names, Appendable out) throws IOException {
    List<FindingChange> ended = report.ended();
    for (FindingChange finding : ended) {
      LocatedFinding found = finding.finding();
      String place = names.nameOf(found.review().target().file()) + ":" + (found.line() + 1) + ":";
      out.append(style.strong(place)).append(' ').append(style.remedy("gone:")).append(' ');
      out.append(finding.impact().word()).append(": ").append(style.inlineCode(found.reported().finding().message()));
      out
        .append(' ')
        .append(style.faint("[" + found.reported().rule().id() + "]"))
        .append('\n');
    }
    if (!ended.isEmpty()) {
      out.append('\n');
    }
  }

  private void writeFiles(ChangeReport report, Appendable out) throws IOException {
    boolean any = false;
    for (ReviewedFile file : report.review().files()) {
      if (file.edited()) {
        any = true;
        FileRow row = FileRow.of(file, report);
        out.append(style.strong(row.path())).append(' ').append(row.what()).append(", ").append(row.heatInWords());
        if (!row.hotPaths().isEmpty()) {
          out.append(" (").append(String.join(", ", row.hotPaths())).append(')');
        }
        out.append('\n');
      }
    }
    if (any) {
      out.append('\n');
    }
  }
}
