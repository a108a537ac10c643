package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeatByCallsTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";

  private final WorkspaceIndex index = new WorkspaceIndex();

  private void file(String path, String text) {
    index.put(WorkspaceIndex.factsOf(path, SyntaxTree.snapshotOf(Language.PYTHON, text)));
  }

  private @Nullable HeatAssessment heatOf(String path, String function) {
    Workspace workspace = index.surroundings().workspace();
    return new HeatByCalls(workspace, HotPaths.builtIn()).of(path, function);
  }

  @Test
  void whatTheSchedulerCallsIsAsHotAcrossFiles() {
    file(SCHEDULER, "from engine.pack import pack\nclass Scheduler:\n  def event_loop_overlap(self):\n    pack()\n");
    file("python/engine/pack.py", "def pack():\n  inner()\ndef inner():\n  pass\ndef other():\n  pass\n");
    HeatAssessment direct = heatOf("python/engine/pack.py", "pack");
    assertEquals(Heat.STEP, direct == null ? null : direct.heat());
    assertEquals(
      "called from `Scheduler.event_loop_overlap`, which runs on every scheduler step (hot path `sglang-scheduler`)",
      direct == null ? null : direct.reason()
    );
    HeatAssessment further = heatOf("python/engine/pack.py", "inner");
    assertEquals(
      "called through `pack` from `Scheduler.event_loop_overlap`, which runs on every scheduler step (hot path `sglang-scheduler`)",
      further == null ? null : further.reason()
    );
    assertNull(heatOf("python/engine/pack.py", "other"));
  }

  @Test
  void aBranchMakesColderAndAColdBranchSpreadsNothing() {
    file(
      SCHEDULER,
      """
      from engine.pack import rare, never, once
      class Scheduler:
        def event_loop_overlap(self):
          if self.full:
            rare()
          try:
            pass
          except Exception:
            never()
          if self.packer is None:
            self.packer = once()
      """
    );
    file("python/engine/pack.py", "def rare():\n  pass\ndef never():\n  pass\ndef once():\n  pass\n");
    HeatAssessment rare = heatOf("python/engine/pack.py", "rare");
    assertEquals(Heat.REQUEST, rare == null ? null : rare.heat());
    assertNull(heatOf("python/engine/pack.py", "never"));
    assertNull(heatOf("python/engine/pack.py", "once"));
  }

  @Test
  void rememberedResultsAndConstructorsStayAsTheyAre() {
    file(
      SCHEDULER,
      "from engine.pack import table, Packer\nclass Scheduler:\n  def event_loop_overlap(self):\n    table()\n    Packer()\n"
    );
    file(
      "python/engine/pack.py",
      "from functools import lru_cache\n@lru_cache\ndef table():\n  pass\nclass Packer:\n  def __init__(self):\n    pass\n"
    );
    assertNull(heatOf("python/engine/pack.py", "table"));
    assertNull(heatOf("python/engine/pack.py", "Packer.__init__"));
  }

  @Test
  void whatACallRunsThatNobodyKnowsStaysUnlisted() {
    file(SCHEDULER, "class Scheduler:\n  def event_loop_overlap(self, hook):\n    hook.pack()\n");
    file("python/engine/pack.py", "class Packer:\n  def pack(self):\n    pass\n");
    assertNull(heatOf("python/engine/pack.py", "Packer.pack"));
  }
}
