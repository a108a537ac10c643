package dev.perfreview.server.cli;

import dev.perfreview.server.git.TrainingRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Does for a few seconds what users do. The build runs it once with {@code -XX:AOTCacheOutput}, so that the VM writes down which classes are loaded, and every
 * later command begins with that knowledge.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

  private static final long ENOUGH = TimeUnit.SECONDS.toNanos(2);
  private static final Terminal PIPE = new Terminal(false, false, false, 120);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> samples = List.of();

  @Override
  public Integer call() throws IOException {
    for (String format : List.of("json", "sarif", "markdown", "github")) {
      run("check", "--min-impact", "negligible", "--format", format);
    }
    run("rules");
    run("--help");
    reviewChanges();
    long end = System.nanoTime() + ENOUGH;
    do {
      run("check", "--min-impact", "negligible");
    } while (System.nanoTime() - end < 0);
    return 0;
  }

  private void reviewChanges() throws IOException {
    try (TrainingRepository repository = new TrainingRepository(samples.getFirst())) {
      for (String format : List.of("text", "json", "markdown", "sarif")) {
        run(repository.folder(), List.of("review", "HEAD~1..HEAD", "--format", format));
      }
    }
  }

  private void run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (arguments[0].equals("check")) {
      samples.forEach(sample -> all.add(sample.toString()));
    }
    run(program.folder(), all);
  }

  private static void run(Path folder, List<String> arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    PerfReview.run(folder, PIPE, nowhere, nowhere, arguments.toArray(String[]::new));
  }
}
