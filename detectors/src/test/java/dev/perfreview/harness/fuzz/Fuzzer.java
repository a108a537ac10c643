package dev.perfreview.harness.fuzz;

import dev.perfreview.harness.Project;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Makes cases from seeds, one after the other, and checks each. */
public final class Fuzzer {

  /** Every so many cases one is TOML, which is read in a hundredth of the time. */
  private static final int CASES_PER_TOML = 4;
  private static final int ATTEMPTS_TO_MINIMIZE = 400;

  /** As much as the threads have that analyse in the server and in scans: deep nesting is walked recursively. */
  private static final long STACK_BYTES = 64L << 20;

  private final Corpus corpus;

  /** Over the fixtures and samples of a project. */
  public Fuzzer(Project project) {
    corpus = Corpus.of(project);
  }

  /**
   * A case for which something does not hold.
   *
   * @param seed the case again
   * @param name what was spoilt
   * @param extension how the name of a file with such a text ends
   * @param text the input, made smaller where it still shows the fault
   * @param faults what does not hold, of the whole input
   */
  public record Failure(long seed, String name, String extension, String text, List<String> faults) {}

  /**
   * Checks the case of each seed from one on, as long as that is wanted.
   *
   * @param first the first seed
   * @param more asked before each case, with how many were checked
   * @param failed takes each case for which something does not hold
   */
  public void run(long first, LongPredicate more, Consumer<Failure> failed) {
    Thread thread = new Thread(
      null,
      () -> {
        for (long checked = 0; more.test(checked); checked++) {
          check(first + checked).ifPresent(failed);
        }
      },
      "fuzz",
      STACK_BYTES
    );
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    thread.setUncaughtExceptionHandler((dead, failure) -> thrown.set(failure));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
    if (thrown.get() != null) {
      throw new IllegalStateException("the fuzzer itself failed", thrown.get());
    }
  }

  private Optional<Failure> check(long seed) {
    FuzzCase made = Math.floorMod(seed, CASES_PER_TOML) == 0 ? TomlFuzz.of(corpus, seed) : CodeFuzz.of(corpus, seed);
    List<String> faults = made.faults();
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    String kind = kindOf(faults.getFirst());
    String smaller = Minimizer.minimize(
      made.text(),
      text ->
        made
          .faultsOf(text)
          .stream()
          .anyMatch(fault -> kindOf(fault).equals(kind)),
      ATTEMPTS_TO_MINIMIZE
    );
    return Optional.of(new Failure(seed, made.name(), made.extension(), smaller, faults));
  }

  /** What does not hold, without how: the part before the colon. */
  private static String kindOf(String fault) {
    return fault.substring(0, fault.indexOf(':') + 1);
  }
}
