package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample workspace shows each rule on a hot line, and what is quiet because it runs once. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../examples");

  /** The findings of the sample workspace, file by file in the order of the text: rule and impact. */
  private static final List<String> EXPECTED = """
  dynamo/lib/kv-router/src/scheduling/queue.rs: lock-across-await significant
  dynamo/lib/kv-router/src/scheduling/queue.rs: needless-string minor
  dynamo/lib/kv-router/tests/queue.rs: vec-without-capacity negligible
  dynamo/lib/llm/src/kv_router/publisher.rs: vec-without-capacity moderate
  dynamo/lib/llm/src/kv_router/publisher.rs: lock-across-await significant
  dynamo/lib/llm/src/preprocessor.rs: regex-per-call minor
  dynamo/lib/llm/src/tokenizers.rs: vec-without-capacity minor
  dynamo/lib/llm/src/tokenizers.rs: needless-string minor
  dynamo/lib/llm/src/tokenizers.rs: needless-string significant
  gateway/stream.py: eager-log-formatting significant
  sglang/python/sglang/srt/managers/scheduler.py: eager-log-formatting moderate
  sglang/python/sglang/srt/managers/scheduler.py: string-concat-in-loop minor
  sglang/python/sglang/srt/managers/tokenizer_manager.py: blocking-call-in-async significant
  sglang/python/sglang/srt/managers/tokenizer_manager.py: blocking-call-in-async moderate
  sglang/python/sglang/srt/mem_cache/hiradix_cache.py: list-pop-front significant
  """
    .lines()
    .toList();

  @Test
  void theSampleWorkspaceHasItsFindings() throws IOException {
    LoadedConfiguration loaded = ConfigurationLoader.load(EXAMPLES, Configuration.standard());
    assertEquals(List.of(), loaded.problems());
    Set<String> registered = AllRules.infos().stream().map(RuleInfo::id).collect(Collectors.toSet());
    List<String> expected = EXPECTED.stream()
      .filter(line -> registered.contains(line.split("[: ]+", -1)[1]))
      .toList();
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      List<String> found = files
        .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'))
        .filter(path -> Language.ofFileName(path).isPresent())
        .sorted()
        .flatMap(path -> findings(path, loaded.configuration()))
        .toList();
      assertEquals(String.join("\n", expected), String.join("\n", found));
    }
  }

  private static Stream<String> findings(String path, Configuration configuration) {
    AnalysisResult result = Analyzer.analyze(
      path,
      SyntaxTree.snapshotOf(Language.ofFileName(path).orElseThrow(), read(path)),
      configuration.analysis(),
      Cancellation.NEVER
    );
    assertEquals(List.of(), result.failures());
    return result
      .findings()
      .stream()
      .map(finding -> path + ": " + finding.rule().id() + " " + finding.impact().word());
  }

  private static String read(String path) {
    try {
      return Files.readString(EXAMPLES.resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
