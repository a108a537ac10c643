package dev.perfreview.semantics.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsCodecTest {

  private static final FileFacts FACTS = new FileFacts(
    "srt/größe.py",
    Language.PYTHON,
    "srt.größe",
    List.of(new TypeFacts("Cache", List.of("srt.base.Base"), Map.of("items", "dict<str,int>"), "()<Vec>")),
    List.of(
      new FunctionFacts(
        "Cache.grow",
        70_000,
        Set.of(Trait.ASYNC, Trait.CACHED),
        "int",
        List.of(new CallFacts("srt.größe.Cache!.grow", 3, true, false), new CallFacts("len", 0, false, true)),
        List.of(
          new EffectFacts(Effect.BLOCKS, "time.sleep", "sleeps", 200),
          new EffectFacts(Effect.SYNCS_GPU, "x.item", "waits", 3, new EffectFacts.Parameter(1, "x"))
        )
      ),
      new FunctionFacts("free", 0, Set.of(), "", List.of(), List.of())
    ),
    Map.of("np", "numpy", "*", "a b"),
    Map.of("LIMIT", "int")
  );

  private static byte[] written() {
    CompactWriter out = new CompactWriter();
    out.number(-1);
    FactsCodec.write(FACTS, out);
    return out.toBytes();
  }

  private static FileFacts read(byte[] bytes) throws IOException {
    CompactReader in = new CompactReader(bytes, 0, bytes.length);
    assertEquals(-1, in.number());
    FileFacts facts = FactsCodec.read(in);
    assertTrue(in.isAtEnd());
    return facts;
  }

  @Test
  void readsWhatItWrote() throws IOException {
    assertEquals(FACTS, read(written()));
  }

  @Test
  void nothingThatIsCutOffIsRead() {
    byte[] whole = written();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> read(part), () -> part.length + " bytes");
    }
  }

  @Test
  void whateverTheBytesAreTheyAreReadOrRefused() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = written();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        CompactReader in = new CompactReader(bytes, 0, bytes.length);
        in.number();
        FactsCodec.read(in);
      } catch (IOException refused) {
        // As it should be. Any other exception fails the test.
      }
    }
  }

  @Test
  void sharesEqualTexts() {
    FactsPool pool = new FactsPool();
    FileFacts one = pool.share(FACTS);
    String copy = new String(FACTS.module());
    FileFacts other = pool.share(
      new FileFacts("b.py", Language.PYTHON, copy, List.of(), List.of(), Map.of(), Map.of())
    );
    assertEquals(FACTS, one);
    assertSame(one.module(), other.module());
  }
}
