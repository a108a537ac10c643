package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example rules of the manual find what it says, and nothing in what to write instead. */
class UserRulesManualTest {

  private static final Pattern FENCE = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

  /** A path that the examples' rules and the built-in hot paths speak of, by language. */
  private static String pathOf(Language language) {
    return language == Language.PYTHON ? "python/sglang/srt/managers/scheduler.py" : "lib/kv-router/src/scheduling.rs";
  }

  /** The sections of the manual that show a rule. */
  static Stream<String> examples() throws IOException {
    return Arrays.stream(Files.readString(Path.of("../docs/user-rules.md")).split("\n## ", -1)).filter(section ->
      section.startsWith("Example: ")
    );
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRuleFindsWhatTheManualSays(String section, @TempDir Path folder) throws IOException {
    List<String> fences = new ArrayList<>();
    for (Matcher fence = FENCE.matcher(section); fence.find(); ) {
      fences.add(fence.group(2));
    }
    assertEquals(3, fences.size());
    Files.writeString(folder.resolve("perf-review.toml"), fences.getFirst());
    LoadedConfiguration loaded = ConfigurationLoader.load(folder, Configuration.standard());
    assertEquals(List.of(), loaded.problems());
    AnalysisSettings settings = loaded.configuration().analysis();
    RuleInfo rule = settings.userRules().infos().getFirst();
    assertTrue(finds(rule, fences.get(1), settings));
    assertEquals(false, finds(rule, fences.get(2), settings));
    if (rule.fixes() == FixAvailability.ALWAYS) {
      SourceText text = new SourceText(fences.get(1));
      FixApplier.Fixed fixed = FixApplier.apply(
        pathOf(rule.language()),
        text,
        rule.language(),
        settings,
        Applicability.UNSAFE,
        Cancellation.NEVER
      );
      assertEquals(fences.get(2), fixed.text().string());
    }
  }

  private static boolean finds(RuleInfo rule, String code, AnalysisSettings settings) {
    return Analyzer.analyze(
      pathOf(rule.language()),
      SyntaxTree.snapshotOf(rule.language(), code),
      settings,
      Cancellation.NEVER
    )
      .findings()
      .stream()
      .anyMatch(finding -> finding.rule().equals(rule));
  }
}
