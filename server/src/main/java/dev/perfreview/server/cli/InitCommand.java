package dev.perfreview.server.cli;

import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.starter.FolderSurvey;
import dev.perfreview.server.starter.StarterConfiguration;
import dev.perfreview.server.starter.Survey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a first configuration file after a look at the folder. */
@Command(
  name = "init",
  mixinStandardHelpOptions = true,
  header = "Write a commented perf-review.toml after a look at the folder."
)
final class InitCommand implements Callable<Integer> {

  private static final String FILE = "perf-review.toml";

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "The folder to set up; this folder when missing.")
  private @Nullable Path place;

  @Option(names = "--force", description = "Write the file although the folder is configured already.")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    Path folder = place == null ? program.folder() : program.resolve(place);
    if (!Files.isDirectory(folder)) {
      throw new WrongUseException("there is no folder " + folder);
    }
    Optional<Path> configured = ConfigurationLoader.fileOf(folder);
    if (configured.isPresent() && !force) {
      throw new WrongUseException(
        configured.get() + " configures this folder already; --force writes " + FILE + " all the same"
      );
    }
    Path file = folder.resolve(FILE);
    Survey survey;
    try {
      survey = FolderSurvey.of(folder.toAbsolutePath());
      Files.writeString(file, StarterConfiguration.of(survey), options());
    } catch (FileAlreadyExistsException meanwhile) {
      throw new WrongUseException(file + " is there by now; --force overwrites it");
    } catch (IOException failure) {
      throw WrongUseException.unwritable(file, failure);
    }
    tell(file, survey, configured);
    return ExitStatus.CLEAN;
  }

  private OpenOption[] options() {
    return force
      ? new OpenOption[] { StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE }
      : new OpenOption[] { StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE };
  }

  private void tell(Path file, Survey survey, Optional<Path> configured) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("wrote " + file);
    out.println(
      survey.profiles().isEmpty()
        ? "  profiles: all, for it looks like none of SGLang, Dynamo, vLLM and TGI"
        : "  profiles: " + String.join(", ", survey.profiles())
    );
    out.println(
      "  excluded: " + counted(survey.exclusions(), "place") + " with code of third parties or of generators"
    );
    out.println(
      "  to look at: " + counted(survey.candidateCount(), "candidate") + " for hot paths of your own, in comments"
    );
    configured
      .filter(other -> !other.equals(file))
      .ifPresent(other ->
        out.println("  note: " + other.getFileName() + " is not read any more while this file is there")
      );
  }

  private static String counted(int count, String noun) {
    return count + " " + (count == 1 ? noun : noun + "s");
  }
}
