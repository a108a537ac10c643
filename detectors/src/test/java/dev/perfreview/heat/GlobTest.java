package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = ' ',
    value = {
      "srt/managers/scheduler.py srt/managers/scheduler.py",
      "srt/managers/scheduler.py python/sglang/srt/managers/scheduler.py",
      "srt/managers/scheduler.py /usr/lib/python3/site-packages/sglang/srt/managers/scheduler.py",
      "srt/managers/scheduler*.py sglang/srt/managers/scheduler_pp_mixin.py",
      "srt/mem_cache/** sglang/srt/mem_cache/radix_cache.py",
      "srt/mem_cache/** sglang/srt/mem_cache/storage/nixl/hicache_nixl.py",
      "components/**/*router*.py components/src/dynamo/global_router/kv_router_args.py",
      "components/**/*router*.py components/router.py",
      "lib/llm/src/kv_router{.rs,/**} lib/llm/src/kv_router.rs",
      "lib/llm/src/kv_router{.rs,/**} lib/llm/src/kv_router/indexer/mod.rs",
      "{a,b{c,d}}.py bd.py",
      "step?.py step1.py",
      "*.py deep/in/a/folder.py",
      "/lib/a.rs lib/a.rs",
    }
  )
  void takesThePathAndItsSuffixes(String glob, String path) {
    assertTrue(Glob.of(glob).matches(path));
  }

  @Test
  void tellsWhereTheDeepestSuffixStarts() {
    assertEquals(4, start("tests/**", "srt/tests/tests/a.py") - "tests/".length());
    assertEquals(4, start("tests/**/*.py", "srt/tests/a/b/c.py"));
    assertEquals(0, start("/srt/**", "srt/srt/a.py"));
    assertFalse(Glob.of("/srt/*").matches("a/srt/b"));
    assertFalse(Glob.of("tests/**").matches("srt/tests"));
    assertFalse(Glob.of("a/**/b/c.py").matches("b/c.py"));
  }

  private static int start(String glob, String path) {
    return Objects.requireNonNull(Glob.of(glob).fit(path)).start();
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = ' ',
    value = {
      "srt/managers/scheduler.py mysrt/managers/scheduler.py",
      "srt/managers/scheduler.py srt/managers/scheduler.py.bak",
      "srt/managers/scheduler*.py srt/managers/sub/scheduler.py",
      "srt/mem_cache/** srt/mem_cache",
      "step?.py step.py",
      "step?.py step/.py",
      "a.py abpy",
      "/lib/a.rs vendor/lib/a.rs",
    }
  )
  void leavesOtherPaths(String glob, String path) {
    assertFalse(Glob.of(glob).matches(path));
  }

  @ParameterizedTest
  @CsvSource({
    "'',the glob is empty",
    "a//b,a name of the glob is empty",
    "a**/b,`**` must stand alone",
    "'{a,b',has no `}`",
    "'a}',has no `{`",
    "a\\b,separated by `/`",
  })
  void saysWhatIsWrongWithAGlob(String glob, String message) {
    String said = assertThrows(IllegalArgumentException.class, () -> Glob.of(glob)).toString();
    assertTrue(said.contains(message), said);
  }

  @Test
  void takesAllThatLiesBelowAFolder() {
    assertTrue(Glob.of("vendor").matchesWithin("third/vendor/a/b.py"));
    assertTrue(Glob.of("*.pb.py").matchesWithin("a/b.pb.py"));
    assertFalse(Glob.of("vendor").matchesWithin("third/vendored/a.py"));
  }

  @Test
  void describesAPathTheMoreCloselyTheDeeperItStarts() {
    String path = "examples/sglang/srt/mem_cache/tests/a.py";
    Glob.Fit folder = fit("examples/**", path);
    Glob.Fit cache = fit("srt/mem_cache/**", path);
    Glob.Fit tests = fit("tests/**", path);
    assertTrue(folder.compareTo(cache) < 0);
    assertTrue(cache.compareTo(tests) < 0);
    assertTrue(cache.compareTo(fit("srt/**", path)) > 0);
  }

  @Test
  void isWrittenAsItWasRead() {
    assertEquals("lib/{a,b}/**", Glob.of("lib/{a,b}/**").toString());
    assertEquals(Glob.of("a/*"), Glob.of("a/*"));
  }

  private static Glob.Fit fit(String glob, String path) {
    return Objects.requireNonNull(Glob.of(glob).fit(path), glob);
  }
}
