package dev.perfreview.harness.tools;

import dev.perfreview.harness.Project;
import dev.perfreview.harness.fuzz.Fuzzer;
import dev.perfreview.harness.fuzz.Fuzzer.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code ./dev fuzz [--minutes N] [--seed N] [--cases N]}: checks spoilt code and TOML, seed after seed. Each input that shows a fault is made smaller and
 * kept in {@code detectors/target/fuzz}; its seed with {@code --cases 1} shows the fault again.
 */
final class FuzzCommand {

  private static final String USAGE = "fuzz [--minutes N] [--seed N] [--cases N]";
  private static final int LONGEST_FAULT = 600;

  private FuzzCommand() {}

  static int run(Project project, List<String> arguments, PrintStream out) {
    long seed = number("--seed", arguments).orElseGet(System::nanoTime);
    Optional<Long> cases = number("--cases", arguments);
    long minutes = number("--minutes", arguments).orElse(cases.isPresent() ? Long.MAX_VALUE / 2 : 10L);
    Dev.require(arguments.size() % 2 == 0 && minutes > 0, USAGE, arguments);
    long start = System.nanoTime();
    long nanoseconds = TimeUnit.MINUTES.toNanos(minutes);
    AtomicLong checked = new AtomicLong();
    AtomicInteger failures = new AtomicInteger();
    new Fuzzer(project).run(
      seed,
      before -> {
        checked.set(before);
        return before < cases.orElse(Long.MAX_VALUE) && System.nanoTime() - start < nanoseconds;
      },
      failure -> {
        failures.incrementAndGet();
        print(failure, save(project, failure), out);
      }
    );
    out.printf(
      Locale.ROOT,
      "%d cases from seed %d in %.1f s, %d with faults%n",
      checked.get(),
      seed,
      (System.nanoTime() - start) / 1e9,
      failures.get()
    );
    return failures.get() == 0 ? 0 : 1;
  }

  private static Optional<Long> number(String option, List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      boolean fits = List.of("--minutes", "--seed", "--cases").contains(name) && i + 1 < arguments.size();
      Dev.require(fits && arguments.get(i + 1).matches("-?\\d{1,18}"), USAGE, arguments);
      if (name.equals(option)) {
        return Optional.of(Long.parseLong(arguments.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  /** UTF-8 has no halves of surrogate pairs; where they are the fault, the seed alone shows it. */
  private static Path save(Project project, Failure failure) {
    try {
      Path folder = Files.createDirectories(project.root().resolve("detectors/target/fuzz"));
      Path file = folder.resolve(failure.seed() + failure.extension());
      return Files.write(file, failure.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void print(Failure failure, Path saved, PrintStream out) {
    out.printf("seed %d, from %s, kept in %s%n", failure.seed(), failure.name(), saved);
    for (String fault : failure.faults()) {
      out.println("  " + (fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) + "…" : fault));
    }
  }
}
