package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotPathsTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";
  private static final SyntaxNode NODE = SyntaxTree.snapshotOf(Language.PYTHON, "pass\n").root();

  private static Placement in(String function) {
    return new Placement(new CodeFunction(function, NODE, NODE, false), Recurrence.ONCE, null);
  }

  private static Placement inConstructor(String function) {
    return new Placement(new CodeFunction(function, NODE, NODE, false), Recurrence.ONCE, "in `__init__`");
  }

  private static Placement inLoop(String function) {
    return new Placement(new CodeFunction(function, NODE, NODE, false), Recurrence.REPEATEDLY, null);
  }

  private static HotPaths with(String toml) {
    return HotPaths.of(Profile.NAMES, Profile.read("user", toml).hotPaths());
  }

  @ParameterizedTest
  @CsvSource({
    "python/sglang/srt/managers/scheduler.py,Scheduler.event_loop_overlap.pop_and_process,STEP,sglang-scheduler",
    "srt/managers/scheduler.py,Scheduler.get_next_batch_to_run,STEP,sglang-scheduler",
    "python/sglang/srt/managers/scheduler.py,Scheduler.handle_generate_request,REQUEST,sglang-request-intake",
    "python/sglang/srt/managers/scheduler.py,Scheduler.init_req_max_new_tokens,REQUEST,sglang-request-intake",
    "python/sglang/srt/managers/schedule_batch.py,Req.__init__,REQUEST,sglang-request-intake",
    "python/sglang/srt/managers/schedule_batch.py,Req.init_next_round_input,STEP,sglang-batch-building",
    "site-packages/sglang/srt/mem_cache/hiradix_cache.py,HiRadixCache.match_prefix,STEP,sglang-kv-cache",
    "python/sglang/srt/mem_cache/storage/nixl/hicache_nixl.py,HiCacheNixl.batch_set,REQUEST,sglang-kv-storage",
    "python/sglang/srt/disaggregation/kv_events.py,ZmqEventPublisher._publisher_thread,STEP,sglang-kv-events",
    "python/sglang/srt/managers/tokenizer_manager.py,TokenizerManager._tokenize_one_request,REQUEST,sglang-tokenization",
    "python/sglang/srt/managers/tokenizer_manager.py,TokenizerManager._handle_batch_output,STEP,sglang-tokenizer-output",
    "python/sglang/srt/function_call/kimik2_detector.py,KimiK2Detector.parse_streaming_increment,STEP,sglang-output-parsers",
    "lib/llm/src/backend.rs,Decoder.step,TOKEN,dynamo-detokenization",
    "lib/llm/src/preprocessor.rs,OpenAIPreprocessor.apply_template,REQUEST,dynamo-tokenization",
    "lib/llm/src/kv_router/indexer.rs,RadixTree.apply_event,STEP,dynamo-kv-events",
    "lib/kv-router/src/indexer/radix_tree.rs,RadixTree.apply_stored,STEP,dynamo-kv-events",
    "lib/kv-router/src/indexer/radix_tree.rs,RadixTree.find_matches,REQUEST,dynamo-kv-index-lookup",
    "lib/kv-router/src/scheduling/queue.rs,SchedulerQueue.enqueue,REQUEST,dynamo-router",
    "lib/llm/src/block_manager/pool/managed/inactive.rs,InactiveBlockPool.match_sequence_hash,STEP,dynamo-kv-cache",
    "vllm/v1/core/sched/scheduler.py,Scheduler.schedule,STEP,vllm-scheduler",
    "router/src/infer/mod.rs,Infer.generate_stream,REQUEST,tgi-router",
    "python/sglang/srt/layers/attention/triton_backend.py,TritonAttnBackend.init_forward_metadata_out_graph,STEP,sglang-attention-metadata",
    "python/sglang/srt/layers/moe/topk.py,TopK.forward,STEP,sglang-layers",
    "python/sglang/srt/models/qwen3_vl.py,Qwen3VL.get_image_feature,REQUEST,sglang-multimodal-models",
    "model_gateway/src/routers/grpc/regular/streaming.rs,StreamingProcessor.process_chat_streaming_chunks,STEP,sglang-gateway-streams",
    "crates/tokenizer/src/chat_template.rs,ChatTemplate.apply,REQUEST,sglang-gateway-text",
    "vllm/v1/attention/backends/flash_attn.py,FlashAttentionMetadataBuilder.build.schedule,STEP,vllm-attention",
    "vllm/model_executor/layers/sampler.py,Sampler.forward,STEP,vllm-layers",
    "src/vllm_router/routers/routing_logic.py,RoundRobinRouter.route_request,REQUEST,vllm-router",
  })
  void builtInProfilesKnowTheHotPathsOfServing(String path, String function, Heat heat, String hotPath) {
    HeatAssessment assessment = HotPaths.builtIn().assess(path, in(function));
    assertEquals(heat, assessment.heat());
    assertEquals(hotPath, assessment.hotPath());
  }

  @ParameterizedTest
  @CsvSource({
    "python/sglang/srt/managers/scheduler.py,Scheduler.__init__",
    "python/sglang/srt/managers/scheduler.py,Scheduler.init_disaggregation",
    "python/sglang/srt/managers/scheduler.py,Scheduler.get_internal_state",
    "python/sglang/srt/managers/scheduler_components/profiler_manager.py,SchedulerProfilerManager._stop_profile",
    "python/sglang/srt/mem_cache/memory_pool.py,MHATokenToKVPool._create_buffers",
    "python/sglang/srt/mem_cache/registry.py,create_tree_cache",
    "python/sglang/srt/mem_cache/storage/aibrix_kvcache/unit_test.py,AIBrixKVCacheStorageTest.test_set",
    "test/registered/unit/test_radix_cache.py,TestRadixCache.match_prefix",
    "lib/kv-router/src/indexer/tests.rs,apply_event",
    "lib/kv-router/benches/radix.rs,bench_apply",
    "lib/kv-router/src/scheduling/queue.rs,SchedulerQueue.new_with_policy_profile",
    "lib/llm/src/main.rs,main",
    "integration-tests/fixtures/neuron/service.py,launcher",
    "integration-tests/conftest.py,generate_load",
    "python/sglang/srt/layers/attention/triton_backend.py,TritonAttnBackend.init_forward_metadata_capture_cuda_graph",
    "python/sglang/srt/models/llama.py,LlamaForCausalLM.load_weights",
    "vllm/model_executor/layers/linear.py,UnquantizedLinearMethod.create_weights",
    "vllm/v1/attention/backends/flash_attn.py,FlashAttentionMetadataBuilder.build_for_cudagraph_capture",
  })
  void codeThatRunsRarelyIsColdAlsoInHotFiles(String path, String function) {
    assertEquals(Heat.COLD, HotPaths.builtIn().assess(path, in(function)).heat());
  }

  @Test
  void anUnknownFileIsUnlisted() {
    assertEquals(HeatAssessment.UNLISTED, HotPaths.builtIn().assess("app/views.py", in("View.get")));
  }

  @Test
  void theReasonNamesTheHotPath() {
    HeatAssessment assessment = HotPaths.builtIn().assess(SCHEDULER, in("Scheduler.run_batch"));
    assertEquals("runs on every scheduler step (hot path `sglang-scheduler`)", assessment.reason());
  }

  @Test
  void aLoopRaisesTheHeatByOne() {
    HeatAssessment raised = HotPaths.builtIn().assess(SCHEDULER, inLoop("Scheduler.run_batch"));
    assertEquals(Heat.TOKEN, raised.heat());
    assertEquals("in a loop; runs on every scheduler step (hot path `sglang-scheduler`)", raised.reason());
    assertEquals(Heat.STEP, HotPaths.builtIn().assess(SCHEDULER, inLoop("Scheduler.handle_generate_request")).heat());
  }

  @Test
  void aBranchLowersTheHeatByOneButNotBelowARequest() {
    Placement branch = new Placement(in("Scheduler.run_batch").function(), Recurrence.SOMETIMES, null);
    HeatAssessment lowered = HotPaths.builtIn().assess(SCHEDULER, branch);
    assertEquals(Heat.REQUEST, lowered.heat());
    assertEquals("on a branch; runs on every scheduler step (hot path `sglang-scheduler`)", lowered.reason());
    Placement request = new Placement(in("Scheduler.handle_generate_request").function(), Recurrence.SOMETIMES, null);
    assertEquals(Heat.REQUEST, HotPaths.builtIn().assess(SCHEDULER, request).heat());
    Placement unlisted = new Placement(in("View.get").function(), Recurrence.SOMETIMES, null);
    assertEquals(Heat.UNLISTED, HotPaths.builtIn().assess("app/views.py", unlisted).heat());
  }

  @Test
  void aLoopRaisesNeitherTheHottestNorTheColdNorTheUnlisted() {
    HeatAssessment hottest = HotPaths.builtIn().assess("lib/llm/src/backend.rs", inLoop("Decoder.process_token_ids"));
    assertEquals(Heat.TOKEN, hottest.heat());
    assertEquals("runs for every token (hot path `dynamo-detokenization`)", hottest.reason());
    assertEquals(Heat.COLD, HotPaths.builtIn().assess(SCHEDULER, inLoop("Scheduler.init_overlap")).heat());
    assertEquals(Heat.UNLISTED, HotPaths.builtIn().assess("app/views.py", inLoop("View.get")).heat());
  }

  @Test
  void aColdLineOfAHotFunctionIsCold() {
    Placement branch = new Placement(
      in("Scheduler.run_batch").function(),
      Recurrence.REPEATEDLY,
      "in an except branch"
    );
    HeatAssessment assessment = HotPaths.builtIn().assess(SCHEDULER, branch);
    assertEquals(Heat.COLD, assessment.heat());
    assertEquals("cold: in an except branch", assessment.reason());
    assertNull(assessment.hotPath());
  }

  @Test
  void aHotFileInAFolderOfExamplesIsHot() {
    assertEquals(
      Heat.STEP,
      HotPaths.builtIn()
        .assess("examples/sglang/" + SCHEDULER, in("Scheduler.run_batch"))
        .heat()
    );
    assertEquals(Heat.COLD, HotPaths.builtIn().assess("examples/app/client.py", in("run")).heat());
  }

  @Test
  void aUserAddsAHotPath() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "our-engine"
      heat = "token"
      paths = ["engine/**"]
      """
    );
    HeatAssessment assessment = hotPaths.assess("src/engine/decode.py", in("decode"));
    assertEquals(Heat.TOKEN, assessment.heat());
    assertEquals("runs for every token (hot path `our-engine`)", assessment.reason());
    assertEquals(Heat.COLD, hotPaths.assess("src/engine/decode.py", in("Engine.__init__")).heat());
    assertEquals(Heat.STEP, hotPaths.assess(SCHEDULER, in("Scheduler.run_batch")).heat());
  }

  @Test
  void aUsersEntryWithABuiltInsIdStandsInItsPlace() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "sglang-scheduler"
      heat = "request"
      paths = ["srt/managers/scheduler.py"]
      """
    );
    assertEquals(Heat.REQUEST, hotPaths.assess(SCHEDULER, in("Scheduler.run_batch")).heat());
    assertEquals(Heat.UNLISTED, hotPaths.assess("srt/managers/schedule_policy.py", in("SchedulePolicy.calc")).heat());
    assertEquals(
      1,
      hotPaths
        .entries()
        .stream()
        .filter(entry -> entry.id().equals("sglang-scheduler"))
        .count()
    );
  }

  @Test
  void aUserCoolsAFileAndItsHotFunctions() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "not-ours"
      heat = "cold"
      reason = "is not used here"
      paths = ["srt/managers/**"]
      """
    );
    HeatAssessment assessment = hotPaths.assess(SCHEDULER, in("Scheduler.handle_generate_request"));
    assertEquals("cold: is not used here", assessment.reason());
  }

  @Test
  void aUserHeatsATestAndAConstructor() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "soak"
      heat = "step"
      paths = ["tests/soak.py"]
      symbols = ["Soak.__init__"]

      [[hot-path]]
      id = "soak-file"
      heat = "request"
      paths = ["tests/soak.py"]
      """
    );
    assertEquals(Heat.REQUEST, hotPaths.assess("tests/soak.py", in("run")).heat());
    assertEquals(Heat.STEP, hotPaths.assess("tests/soak.py", in("Soak.__init__")).heat());
    assertEquals(Heat.COLD, hotPaths.assess("tests/other.py", in("run")).heat());
  }

  @Test
  void aWholeFolderOfTheUsersDoesNotHeatItsTestsAndConfiguration() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "gateway"
      heat = "request"
      paths = ["gateway/src/**", "gateway/src/{soak,testing}/**"]
      """
    );
    assertEquals(Heat.REQUEST, hotPaths.assess("gateway/src/proxy/route.rs", in("route")).heat());
    assertEquals(Heat.COLD, hotPaths.assess("gateway/src/proxy/tests/route.rs", in("route")).heat());
    assertEquals(Heat.COLD, hotPaths.assess("gateway/src/proxy/route_test.rs", in("route")).heat());
    assertEquals(Heat.COLD, hotPaths.assess("gateway/src/config.rs", in("parse")).heat());
    assertEquals(Heat.REQUEST, hotPaths.assess("gateway/src/tools/parser.rs", in("parse")).heat());
    assertEquals(Heat.REQUEST, hotPaths.assess("gateway/src/testing/route.rs", in("route")).heat());
  }

  @Test
  void aConstructorIsColdUnlessAnEntryNamesIt() {
    HotPaths hotPaths = HotPaths.builtIn();
    String path = "python/sglang/srt/managers/schedule_batch.py";
    assertEquals(Heat.REQUEST, hotPaths.assess(path, inConstructor("Req.__init__")).heat());
    assertEquals(Heat.COLD, hotPaths.assess(path, inConstructor("ScheduleBatch.__init__")).heat());
  }

  @Test
  void ofOverlappingEntriesTheClosestDecides() {
    HotPaths hotPaths = with(
      """
      [[hot-path]]
      id = "wide"
      heat = "request"
      paths = ["serve/**"]

      [[hot-path]]
      id = "narrow"
      heat = "step"
      paths = ["serve/loop/**"]

      [[hot-path]]
      id = "named"
      heat = "token"
      symbols = ["Loop.emit"]
      cold-symbols = ["Loop.emit_*"]
      """
    );
    assertEquals("wide", hotPaths.assess("serve/api.py", in("get")).hotPath());
    assertEquals("narrow", hotPaths.assess("serve/loop/a.py", in("get")).hotPath());
    assertEquals("named", hotPaths.assess("serve/loop/a.py", in("Loop.emit.inner")).hotPath());
    assertEquals(Heat.COLD, hotPaths.assess("serve/loop/a.py", in("Loop.emit_debug")).heat());
  }

  @Test
  void leavesOutProfilesThatAreNotAskedFor() {
    HotPaths hotPaths = HotPaths.of(List.of("dynamo"), List.of());
    assertEquals(Heat.UNLISTED, hotPaths.assess(SCHEDULER, in("Scheduler.run_batch")).heat());
    assertEquals(Heat.TOKEN, hotPaths.assess("lib/llm/src/backend.rs", in("Decoder.step")).heat());
    assertEquals(Heat.COLD, hotPaths.assess("tests/test_a.py", in("test_a")).heat());
  }
}
