package dev.perfreview.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.server.review.Answer.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {

  private static Verdict answer(List<String> paths, List<String> messages) {
    Change change = new Change(Path.of("/r"), "a", "b", List.of(), paths, messages, Map.of(), List.of());
    return Benchmarks.of(change, null).verdict();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Output token throughput: 1234.5",
      "from 1200 tok/s to 1500 tokens/s",
      "python3 -m sglang.bench_serving --backend sglang",
      "median TTFT went from 31 ms to 25",
      "12.5ms -> 9.8ms",
      "Benchmarked on 8 H100",
    }
  )
  void aMessageThatCitesAMeasurementCounts(String line) {
    assertEquals(Verdict.YES, answer(List.of(), List.of("Faster queue\n\n" + line)));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Make the queue much faster",
      "perf: optimize latency of the router",
      "## Benchmarking and Profiling",
      "- [ ] Provide throughput / latency benchmark results and accuracy 1 2 3",
      "<!-- If this PR impacts inference speed, provide benchmarking 1 -->",
      "bump version to 0.4.2",
      "add a benchmark",
    }
  )
  void aClaimAHeadingOrATemplateDoesNot(String line) {
    assertEquals(Verdict.NO, answer(List.of(), List.of("Change\n\n" + line)));
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "benchmark/hicache/bench_mix.py", "lib/kv-router/benches/radix.rs", "python/sglang/bench_serving.py" }
  )
  void aBenchmarkThatIsTouchedCounts(String path) {
    assertEquals(Verdict.YES, answer(List.of("a.py", path), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = { "workbench/a.py", "src/benchmarked_things.py", "python/a.py" })
  void aNameThatOnlyLooksLikeOneDoesNot(String path) {
    assertEquals(Verdict.NO, answer(List.of(path), List.of()));
  }
}
