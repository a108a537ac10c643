package dev.perfreview.server.cli;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.server.report.GitHubReport;
import dev.perfreview.server.report.GitLabReport;
import dev.perfreview.server.report.JUnitReport;
import dev.perfreview.server.report.JsonReport;
import dev.perfreview.server.report.MarkdownReport;
import dev.perfreview.server.report.ReportFormat;
import dev.perfreview.server.report.SarifReport;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.report.TextReport;
import dev.perfreview.server.review.report.ChangeJson;
import dev.perfreview.server.review.report.ChangeMarkdown;
import dev.perfreview.server.review.report.ChangeReportFormat;
import dev.perfreview.server.review.report.ChangeText;

/** The formats that a report can be asked for in; the names are the values of the option {@code --format}. */
enum OutputFormat {
  /** For a person at a terminal. */
  TEXT,
  /** For a program, and as a baseline. */
  JSON,
  /** For code hosts and editors. */
  SARIF,
  /** For a comment on a change. */
  MARKDOWN,
  /** For a step of a GitHub workflow. */
  GITHUB,
  /** For the merge requests of GitLab. */
  GITLAB,
  /** For CI systems that show test results. */
  JUNIT;

  /**
   * What writes the report on a change in this format; one that knows findings only takes those that the change brings.
   *
   * @param style colours or none, where the format has them
   * @param columns how wide a line may be, where the format has lines
   */
  ChangeReportFormat ofChange(Style style, int columns) {
    return switch (this) {
      case TEXT -> new ChangeText(style, columns);
      case JSON -> new ChangeJson(ProgramVersion.current());
      case MARKDOWN -> ChangeMarkdown.format();
      case SARIF -> (report, out) -> ofFindings(style, columns).write(report.asReport(report.all()), out);
      case GITHUB, GITLAB, JUNIT -> (report, out) ->
        ofFindings(style, columns).write(report.asReport(report.brought()), out);
    };
  }

  /**
   * What writes the findings of files in this format.
   *
   * @param style colours or none, where the format has them
   * @param columns how wide a line may be, where the format has lines
   */
  ReportFormat ofFindings(Style style, int columns) {
    return switch (this) {
      case TEXT -> new TextReport(style, columns);
      case JSON -> new JsonReport(ProgramVersion.current());
      case SARIF -> new SarifReport(ProgramVersion.current(), AllRules.infos(), RuleDocs::markdownOf);
      case MARKDOWN -> new MarkdownReport();
      case GITHUB -> new GitHubReport();
      case GITLAB -> new GitLabReport();
      case JUNIT -> new JUnitReport();
    };
  }
}
