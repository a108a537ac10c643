package dev.perfreview.server.cli;

import dev.perfreview.server.lsp.ServerLauncher;
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
 * Does for a few seconds what users do, then serves an editor that the build plays. The build runs it once with {@code -XX:AOTCacheOutput}, so that the VM writes down which classes are
 * loaded and which methods are hot, and every later start begins with that knowledge.
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
  public Integer call() {
    for (String format : List.of("json", "sarif", "markdown", "github")) {
      run("check", "--min-impact", "negligible", "--format", format);
    }
    run("rules");
    run("--help");
    long end = System.nanoTime() + ENOUGH;
    do {
      run("check", "--min-impact", "negligible");
    } while (System.nanoTime() - end < 0);
    return ServerLauncher.runStdio();
  }

  private void run(String... arguments) {
    boolean check = arguments[0].equals("check");
    List<String> all = new ArrayList<>(List.of(arguments));
    if (check) {
      samples.forEach(sample -> all.add(sample.toString()));
    }
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    PerfReview.run(program.folder(), PIPE, nowhere, nowhere, all.toArray(String[]::new));
  }
}
