package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample workspace shows each rule on a hot line, and what is quiet because it runs once. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../examples");

  /** The findings of the sample workspace, file by file in the order of the text: rule and impact. */
  private static final String EXPECTED = """
  dynamo/lib/kv-router/src/indexer.rs: redundant-clone minor
  dynamo/lib/kv-router/src/indexer.rs: double-lookup minor
  dynamo/lib/kv-router/src/indexer.rs: large-clone moderate
  dynamo/lib/kv-router/src/indexer.rs: linear-scan significant
  dynamo/lib/kv-router/src/indexer.rs: needless-collect minor
  dynamo/lib/kv-router/src/indexer.rs: write-lock-for-read moderate
  dynamo/lib/kv-router/src/indexer.rs: string-alloc-in-loop minor
  dynamo/lib/kv-router/src/scheduling/queue.rs: lock-across-await significant
  dynamo/lib/kv-router/src/scheduling/queue.rs: needless-string minor
  dynamo/lib/kv-router/tests/queue.rs: vec-without-capacity negligible
  dynamo/lib/llm/src/http/service/openai.rs: blocking-call-in-async minor
  dynamo/lib/llm/src/http/service/openai.rs: async-mutex-for-sync minor
  dynamo/lib/llm/src/http/service/openai.rs: sequential-await-in-loop significant
  dynamo/lib/llm/src/http/service/openai.rs: bulk-operation-by-element minor
  dynamo/lib/llm/src/http/service/openai.rs: lock-scope-too-wide moderate
  dynamo/lib/llm/src/http/service/openai.rs: unbounded-channel minor
  dynamo/lib/llm/src/kv_router/publisher.rs: vec-without-capacity moderate
  dynamo/lib/llm/src/kv_router/publisher.rs: lock-across-await significant
  dynamo/lib/llm/src/preprocessor.rs: regex-per-call minor
  dynamo/lib/llm/src/tokenizers.rs: vec-without-capacity minor
  dynamo/lib/llm/src/tokenizers.rs: needless-string minor
  dynamo/lib/llm/src/tokenizers.rs: needless-string minor
  dynamo/lib/runtime/src/transports/nats.rs: serde-json-in-hot-path moderate
  gateway/stream.py: eager-log-formatting significant
  sglang/python/sglang/srt/disaggregation/kv_events.py: unbounded-queue significant
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: blocking-call-in-async moderate
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: heavy-work-in-async significant
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: copy-in-loop minor
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: sequential-await-in-loop significant
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: construct-per-call minor
  sglang/python/sglang/srt/entrypoints/openai/serving_chat.py: per-event-serialization moderate
  sglang/python/sglang/srt/managers/schedule_policy.py: linear-membership significant
  sglang/python/sglang/srt/managers/schedule_policy.py: needless-list moderate
  sglang/python/sglang/srt/managers/scheduler.py: eager-log-formatting moderate
  sglang/python/sglang/srt/managers/scheduler.py: string-concat-in-loop minor
  sglang/python/sglang/srt/managers/tokenizer_manager.py: blocking-call-in-async significant
  sglang/python/sglang/srt/managers/tokenizer_manager.py: blocking-call-in-async moderate
  sglang/python/sglang/srt/mem_cache/hiradix_cache.py: list-pop-front significant
  sglang/python/sglang/srt/mem_cache/prefetcher.py: list-pop-front significant
  sglang/python/sglang/srt/model_executor/model_runner.py: blocking-device-copy significant
  sglang/python/sglang/srt/model_executor/model_runner.py: gpu-sync significant
  sglang/python/sglang/srt/model_executor/model_runner.py: tensor-cat-in-loop significant
  sglang/python/sglang/srt/utils/block_hash.py: allocation-in-token-loop significant
  """;

  /** What is said of comments for perf-review itself. */
  private static final Set<String> ABOUT_COMMENTS = Set.of("ineffective-pragma", "unused-suppression");

  @Test
  void theSampleWorkspaceHasItsFindings() throws IOException {
    assertEquals(EXPECTED, findings());
  }

  @Test
  void eachRuleHasAFindingThatIsMoreThanAHint() throws IOException {
    List<ReportedFinding> loud = review()
      .values()
      .stream()
      .flatMap(result -> result.findings().stream())
      .filter(finding -> finding.impact().compareTo(Impact.NEGLIGIBLE) > 0)
      .toList();
    List<RuleInfo> missing = AllRules.infos()
      .stream()
      .filter(rule -> !ABOUT_COMMENTS.contains(rule.id()) && !rule.changeOnly())
      .filter(rule -> loud.stream().noneMatch(finding -> finding.rule().equals(rule)))
      .toList();
    assertEquals(List.of(), missing);
  }

  private static String findings() throws IOException {
    StringBuilder lines = new StringBuilder();
    review().forEach((path, result) ->
      result
        .findings()
        .forEach(finding ->
          lines
            .append(path)
            .append(": ")
            .append(finding.rule().id())
            .append(' ')
            .append(finding.impact().word())
            .append('\n')
        )
    );
    return lines.toString();
  }

  /** Reviews each file among the others, as `check` does. */
  private static Map<String, AnalysisResult> review() throws IOException {
    LoadedConfiguration loaded = ConfigurationLoader.load(EXAMPLES, Configuration.standard());
    assertEquals(List.of(), loaded.problems());
    Map<String, SyntaxSnapshot> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      files
        .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'))
        .forEach(path ->
          Language.ofFileName(path).ifPresent(language ->
            sources.put(path, SyntaxTree.snapshotOf(language, read(path)))
          )
        );
    }
    WorkspaceIndex index = new WorkspaceIndex();
    sources.forEach((path, source) -> index.put(WorkspaceIndex.factsOf(path, source)));
    AnalysisSettings settings = loaded.configuration().analysis().within(index.surroundings());
    Map<String, AnalysisResult> results = new TreeMap<>();
    sources.forEach((path, source) -> {
      AnalysisResult result = Analyzer.analyze(path, source, settings, Cancellation.NEVER);
      assertEquals(List.of(), result.failures());
      results.put(path, result);
    });
    return results;
  }

  private static String read(String path) {
    try {
      return Files.readString(EXAMPLES.resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
