package dev.perfreview.python.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {

  private static final String FILE = """
  import threading, time, torch

  class Cache:
      def __init__(self):
          self.lock = threading.Lock()
          self.lens = torch.zeros(8, device="cuda")

      def work(self, items, cpu_items):
          STATEMENT
  """;

  @ParameterizedTest
  @CsvSource(
    delimiter = '#',
    value = {
      "time.sleep(1) # BLOCKS time.sleep",
      "open('x') # BLOCKS_BRIEFLY open",
      "tokenizer.encode(items) # CPU_HEAVY tokenizer.encode",
      "return self.lens.cpu() # SYNCS_GPU self.lens.cpu",
      "return torch.zeros(8).cpu() # ''",
      "return self.lens.to('cpu', non_blocking=True) # ''",
      "return items.tolist() # SYNCS_GPU items.tolist of 0 items",
      "return cpu_items.tolist() # ''",
      "items = [items]; return items.tolist() # ''",
      "return items.index(1) # ''",
      "if items: return items.tolist() # ''",
      "return self.lens.cpu() if items is None else items # ''",
      "with self.lock: pass # TAKES_LOCK self.lock",
      "self.lock.acquire() # TAKES_LOCK self.lock.acquire",
      "return lambda: time.sleep(1) # ''",
    }
  )
  void namesWhatAFunctionDoesByItself(String statement, String effects) {
    String text = FILE.replace("STATEMENT", statement);
    List<EffectFacts> found = PythonFacts.of("cache.py", SyntaxTree.snapshotOf(Language.PYTHON, text))
      .functions()
      .getLast()
      .effects();
    assertEquals(effects, found.stream().map(EffectsTest::written).collect(Collectors.joining(", ")));
  }

  private static String written(EffectFacts effect) {
    EffectFacts.Parameter parameter = effect.parameter();
    String dependence = parameter == null ? "" : " of " + parameter.place() + " " + parameter.name();
    return effect.effect() + " " + effect.code() + dependence;
  }
}
