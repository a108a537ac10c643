package dev.perfreview.semantics.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangedEffectsTest {

  private static final String CALLER = "import engine.io\nasync def handle():\n  engine.io.load()\n";
  private static final String BLOCKING = "import time\ndef load():\n  time.sleep(1)\n";
  private static final String QUIET = "def load():\n  pass\n";

  private final WorkspaceIndex before = new WorkspaceIndex();
  private final WorkspaceIndex after = new WorkspaceIndex();

  private static void put(WorkspaceIndex index, String path, String text) {
    index.put(WorkspaceIndex.factsOf(path, SyntaxTree.snapshotOf(Language.PYTHON, text)));
  }

  private void inBoth(String path, String text) {
    put(before, path, text);
    put(after, path, text);
  }

  private Set<String> affectedBy(String edited) {
    return ChangedEffects.files(before.surroundings().workspace(), after.surroundings().workspace(), Set.of(edited));
  }

  @Test
  void aFunctionThatBlocksFromNowOnAffectsItsCallers() {
    inBoth("app/serve.py", CALLER);
    put(before, "engine/io.py", QUIET);
    put(after, "engine/io.py", BLOCKING);
    assertEquals(Set.of("app/serve.py"), affectedBy("engine/io.py"));
  }

  @Test
  void whatLiesBetweenTellsItOn() {
    inBoth("app/serve.py", "import app.middle\nasync def handle():\n  app.middle.step()\n");
    inBoth("app/middle.py", "import engine.io\ndef step():\n  engine.io.load()\n");
    put(before, "engine/io.py", BLOCKING);
    put(after, "engine/io.py", QUIET);
    assertEquals(Set.of("app/middle.py", "app/serve.py"), affectedBy("engine/io.py"));
  }

  @Test
  void aFunctionThatIsGoneAffectsWhoCalledIt() {
    inBoth("app/serve.py", CALLER);
    put(before, "engine/io.py", BLOCKING);
    put(after, "engine/io.py", "def other():\n  pass\n");
    assertEquals(Set.of("app/serve.py"), affectedBy("engine/io.py"));
  }

  @Test
  void aMovedFunctionAndOneThatDoesTheSameAffectNobody() {
    inBoth("app/serve.py", CALLER);
    put(before, "engine/io.py", BLOCKING);
    put(after, "engine/io.py", "# moved\n\n" + BLOCKING + "  print(1)\n");
    assertEquals(Set.of(), affectedBy("engine/io.py"));
  }

  @Test
  void anImportThatMeansSomethingElseAffectsWhoCallsThroughIt() {
    inBoth("app/serve.py", CALLER);
    inBoth("engine/fast.py", "def read():\n  pass\n");
    inBoth("engine/slow.py", "import time\ndef read():\n  time.sleep(1)\n");
    put(before, "engine/io.py", "from engine.fast import read as get\ndef load():\n  get()\n");
    put(after, "engine/io.py", "from engine.slow import read as get\ndef load():\n  get()\n");
    assertEquals(Set.of("app/serve.py"), affectedBy("engine/io.py"));
  }
}
