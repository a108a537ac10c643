package dev.perfreview.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.harness.Project;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few seconds of what {@code ./dev fuzz} does for minutes, always the same; and that it would see a fault. */
class FuzzerTest {

  /** {@code ./dev fuzz --seed 1 --cases 120} shows what fails here. */
  private static final long SEED = 1;
  private static final int CASES = 120;

  @Test
  void theEngineKeepsItsPromisesOnSpoiltInput() {
    List<Fuzzer.Failure> failures = new ArrayList<>();
    new Fuzzer(Project.current()).run(SEED, checked -> checked < CASES, failures::add);
    assertEquals(List.of(), failures);
  }

  @Test
  void aSeedAlwaysMeansTheSame() {
    Corpus corpus = Corpus.of(Project.current());
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(CodeFuzz.of(corpus, seed).text(), CodeFuzz.of(corpus, seed).text());
      assertEquals(TomlFuzz.of(corpus, seed).text(), TomlFuzz.of(corpus, seed).text());
      assertNotEquals(CodeFuzz.of(corpus, seed).text(), CodeFuzz.of(corpus, seed + 1).text());
    }
  }

  @Test
  void anExceptionIsAFaultAndItsInputIsMadeSmaller() {
    String text = "a = 1\nb = 2\nbroken = [\nc = 3\n".repeat(20);
    FuzzCase made = new FuzzCase(1, "made up", ".toml", text, input -> {
      if (input.contains("[")) {
        throw new IllegalStateException("does not like brackets");
      }
      return List.of();
    });
    assertTrue(made.faults().getFirst().startsWith("no exception: java.lang.IllegalStateException: does not like"));
    assertEquals("[", Minimizer.minimize(text, input -> !made.faultsOf(input).isEmpty(), 1000));
  }
}
