package dev.perfreview.server.cli;

import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.perfreview.server.report.merge.PartialReport;
import dev.perfreview.server.report.merge.ReportMerge;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes one report of those of the parts of a scan. */
@Command(
  name = "merge",
  mixinStandardHelpOptions = true,
  header = "Make one report of those of several shards.",
  description = {
    "The reports that perf-review check --shard I/N wrote for each I become the one that a check of all files would have written, in their format: sarif or json.",
    "",
  },
  sortOptions = false
)
final class MergeCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The reports, all in the same format.")
  private List<Path> files = List.of();

  @Option(names = "--output", paramLabel = "FILE", description = "Write the report to FILE.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    List<PartialReport> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(new PartialReport(file.toString(), read(program.resolve(file))));
    }
    JsonObject merged = merge(parts);
    if (output == null) {
      ReportMerge.write(merged, spec.commandLine().getOut());
      return ExitStatus.CLEAN;
    }
    Path file = program.resolve(output);
    try (Writer writer = Files.newBufferedWriter(file)) {
      ReportMerge.write(merged, writer);
    } catch (IOException failure) {
      throw WrongUseException.unwritable(file, failure);
    }
    return ExitStatus.CLEAN;
  }

  private static JsonObject read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException failure) {
      throw WrongUseException.unreadable(file.toString(), failure);
    } catch (JsonIOException failure) {
      // As for a folder, which can be opened.
      throw WrongUseException.unreadable(
        file.toString(),
        failure.getCause() instanceof IOException cause ? cause : new IOException(failure)
      );
    } catch (JsonParseException | IllegalStateException broken) {
      throw new WrongUseException("cannot read " + file + ": it is no report in the format json or sarif");
    }
  }

  private static JsonObject merge(List<PartialReport> parts) {
    try {
      return ReportMerge.of(parts);
    } catch (IllegalArgumentException mismatch) {
      throw new WrongUseException(String.valueOf(mismatch.getMessage()));
    }
  }
}
