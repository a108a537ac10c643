package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFormatsTest {

  static Stream<Arguments> formats() {
    return Stream.of(
      Arguments.of("report/sample.txt", new TextReport(Style.PLAIN, 80)),
      Arguments.of("report/sample.ansi", new TextReport(Style.COLOURED, 80)),
      Arguments.of("report/sample.json", new JsonReport("1.2.3")),
      Arguments.of("report/sample.sarif", SarifReportTest.format()),
      Arguments.of("report/sample.md", new MarkdownReport()),
      Arguments.of("report/sample.github", new GitHubReport()),
      Arguments.of("report/sample.gitlab.json", new GitLabReport()),
      Arguments.of("report/sample.junit.xml", new JUnitReport())
    );
  }

  @ParameterizedTest
  @MethodSource("formats")
  void writesTheSampleAsAPersonHasSeenIt(String golden, ReportFormat format) throws IOException {
    GoldenFile.assertHolds(golden, write(format, SampleReport.report()));
  }

  @Test
  void aTextReportWithoutFindingsIsItsSummary() throws IOException {
    assertEquals(
      "2 fixes applied; no findings in 1 file\n",
      write(new TextReport(Style.PLAIN, 80), SampleReport.empty())
    );
  }

  @Test
  void aGitHubReportWithoutFindingsIsEmpty() throws IOException {
    assertEquals("", write(new GitHubReport(), SampleReport.empty()));
  }

  @Test
  void noTerminalSequenceOfTheSourceReachesTheTerminal() throws IOException {
    String text = write(new TextReport(Style.PLAIN, 400), SampleReport.report());
    assertFalse(text.contains("\u202E"), text);
  }

  static String write(ReportFormat format, Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }
}
