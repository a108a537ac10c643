package dev.perfreview.server.cli;

import dev.perfreview.heat.Impact;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.review.ChangedLines;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What a command shows of its findings, and how and where: the options that all commands with a report have. */
final class ReportOptions {

  /** Writes a report in the format that was asked for. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes all of it.
     *
     * @param format how
     * @param style colours or none, where the format has them
     * @param out takes the text; not closed
     */
    void write(OutputFormat format, Style style, Appendable out) throws IOException;
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
    names = "--format",
    paramLabel = "FORMAT",
    defaultValue = "text",
    description = "text, json, sarif, markdown, github, gitlab or junit. Default: ${DEFAULT-VALUE}."
  )
  private OutputFormat format = OutputFormat.TEXT;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the report to FILE.")
  private @Nullable Path output;

  @Option(
    names = "--min-impact",
    paramLabel = "LEVEL",
    converter = ImpactOption.Converter.class,
    completionCandidates = ImpactOption.Candidates.class,
    description = "Show findings from this impact up. Default: minor, or what the configuration says if that is higher."
  )
  private @Nullable Impact minimumImpact;

  @Option(
    names = "--fail-on",
    paramLabel = "LEVEL",
    defaultValue = "significant",
    converter = ImpactOption.Converter.class,
    completionCandidates = ImpactOption.Candidates.class,
    description = "Exit with status 1 when there are findings of this impact or a higher one, which are then always shown. Default: ${DEFAULT-VALUE}."
  )
  private Impact failOn = Impact.SIGNIFICANT;

  /**
   * What decides which findings are shown and which make the command fail.
   *
   * @param known what is known already
   * @param changed which lines count; nothing when all do
   */
  Screen screen(BaselineMatch known, @Nullable ChangedLines changed) {
    return new Screen(minimumImpact, failOn, known, changed);
  }

  /**
   * Makes sure that no other format than text is asked for.
   *
   * @param reason why only text will do
   * @throws WrongUseException when one is
   */
  void requireText(String reason) {
    if (format != OutputFormat.TEXT) {
      throw new WrongUseException(reason + ", so it takes no --format");
    }
  }

  /** Writes the findings of files where and as the user wants them. */
  void write(Report report) throws IOException {
    write((chosen, style, out) -> chosen.ofFindings(style, program.terminal().columns()).write(report, out));
  }

  /**
   * Writes a report where and as the user wants it.
   *
   * @throws WrongUseException when the file cannot be written
   */
  void write(Content content) throws IOException {
    if (output == null) {
      content.write(format, program.style(), spec.commandLine().getOut());
      return;
    }
    Path file = program.resolve(output);
    try (Writer writer = Files.newBufferedWriter(file)) {
      content.write(format, Style.PLAIN, writer);
    } catch (IOException failure) {
      throw WrongUseException.unwritable(file, failure);
    }
  }
}
