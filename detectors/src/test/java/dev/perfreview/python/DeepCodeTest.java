package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of ten thousand levels, as generated code and fuzzers write them, need no stack and little time. */
class DeepCodeTest {

  private static final int LEVELS = 10_000;

  @ParameterizedTest
  @ValueSource(strings = { "f(|)", "xs.pop(1)[|]", "(|)", "[|]", "x.y(|).z", "not |", "await |", "lambda: |" })
  void nestedExpressionsAreReviewed(String level) {
    assertReviewed("value = " + nested(level, LEVELS));
  }

  /** A finding's place is looked for from the inside out, so a finding on each level costs the square of their number. */
  @ParameterizedTest
  @ValueSource(strings = { "requests.get(|)", "xs.pop(0)[|]" })
  void findingsOnEachOfAThousandLevelsAreReported(String level) {
    assertReviewed("value = " + nested(level, 1_000));
  }

  private static String nested(String level, int levels) {
    int middle = level.indexOf('|');
    return level.substring(0, middle).repeat(levels) + "x" + level.substring(middle + 1).repeat(levels);
  }

  @ParameterizedTest
  @ValueSource(strings = { " + x", " + 'a'", " % x", ".strip()", "[0]", ".pop(0)", " or x", "(0)" })
  void chainsAreReviewed(String link) {
    assertReviewed("text += ''" + link.repeat(LEVELS));
    assertReviewed("logger.debug(''" + link.repeat(LEVELS) + ")");
  }

  private static void assertReviewed(String statement) {
    String code = """
    import logging
    import requests
    logger = logging.getLogger(__name__)
    async def f(x):
        text = ""
        xs = []
        for _ in x:
            %s
    """.formatted(statement);
    AnalysisResult result = assertTimeoutPreemptively(Duration.ofSeconds(20), () ->
      Analyzer.analyze(
        "python/sglang/srt/managers/scheduler.py",
        SyntaxTree.snapshotOf(Language.PYTHON, code),
        AnalysisSettings.standard(),
        Cancellation.NEVER
      )
    );
    assertEquals(List.of(), result.failures());
  }
}
