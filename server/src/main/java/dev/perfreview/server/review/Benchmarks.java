package dev.perfreview.server.review;

import dev.perfreview.server.review.Answer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a change was benchmarked: it touches a benchmark, its commits cite a measurement, or its author says so. Nothing else counts; that it
 * claims to be faster does not.
 */
final class Benchmarks {

  private static final Pattern BENCHMARK_FILE = Pattern.compile(
    "(?i)(^|[/_.-])(bench|benches|benchmark|benchmarks|perf_test)([/_.-]|$)"
  );

  /** A programme of the field that measures, or a number with the unit of throughput or latency. */
  private static final Pattern MEASUREMENT = Pattern.compile(
    "(?i)\\b(bench_(serving|one_batch|offline\\w*|latency|speculative)|genai-perf|aiperf|criterion)\\b" +
      "|\\d\\s*(tok(ens?)?|req(uests?)?|it(ems?)?|ops?)\\s*/\\s*s(ec)?\\b" +
      "|\\b(ttft|tpot|itl|latency|throughput|p50|p90|p95|p99)\\b[^\\n]{0,60}\\d" +
      "|\\d(\\.\\d+)?\\s*(ms|us|µs|s)\\s*(->|→|=>|to)\\s*\\d" +
      "|\\bbenchmark(s|ed)?\\b[^\\n]{0,60}\\d"
  );

  /** Headings, boxes to tick and comments of a template say nothing of what was done. */
  private static final Pattern TEMPLATE = Pattern.compile("^\\s*(#|[-*] \\[ ?\\]|<!--).*");

  private static final int LONGEST_QUOTE = 120;

  private Benchmarks() {}

  /**
   * The answer.
   *
   * @param note what the author says of it; nothing when nothing was said
   */
  static Answer of(Change change, @Nullable String note) {
    List<String> evidence = new ArrayList<>();
    if (note != null && !note.isBlank()) {
      evidence.add("its author says: " + quoted(note));
    }
    change
      .paths()
      .stream()
      .filter(path -> BENCHMARK_FILE.matcher(path).find())
      .forEach(path -> evidence.add("it touches `" + path + "`"));
    change
      .messages()
      .stream()
      .map(Benchmarks::citation)
      .flatMap(Optional::stream)
      .forEach(line -> evidence.add("a commit says: " + quoted(line)));
    return evidence.isEmpty()
      ? new Answer(
          Question.BENCHMARK,
          Verdict.NO,
          List.of("it touches no benchmark, and neither a commit nor a note cites a measurement")
        )
      : new Answer(Question.BENCHMARK, Verdict.YES, evidence);
  }

  private static Optional<String> citation(String message) {
    return message
      .lines()
      .filter(line -> !TEMPLATE.matcher(line).matches() && MEASUREMENT.matcher(line).find())
      .findFirst();
  }

  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return "“" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + "”";
  }
}
