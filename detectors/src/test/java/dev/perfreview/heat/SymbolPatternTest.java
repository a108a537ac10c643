package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.heat.SymbolPattern.Match;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolPatternTest {

  private static @Nullable Match match(String pattern, String name) {
    return SymbolPattern.of(pattern).match(name.split("\\.", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "Scheduler.event_loop_*,Scheduler.event_loop_overlap",
    "Scheduler.event_loop_*,Scheduler.event_loop_overlap.pop_and_process",
    "*.match_prefix,RadixCache.match_prefix",
    "match_prefix,match_prefix",
    "match_prefix,RadixCache.match_prefix",
    "RadixCache,RadixCache.match_prefix",
    "init_*,build.Scheduler.init_overlap",
  })
  void takesWhatItNamesAndAllWithin(String pattern, String name) {
    assertNotNull(match(pattern, name));
  }

  @ParameterizedTest
  @CsvSource({
    "Scheduler.event_loop_*,Other.event_loop_a",
    "*.match_prefix,match_prefix",
    "match,match_prefix",
    "a.*.c,a.c",
  })
  void leavesOtherNames(String pattern, String name) {
    assertNull(match(pattern, name));
  }

  @Test
  void namesTheMoreCloselyTheDeeperAndTheLonger() {
    String name = "Scheduler.init_req_max_new_tokens.inner";
    List<Match> fromFarToClose = Stream.of("init_*", "Scheduler.init_req_max_new_tokens", "inner")
      .map(pattern -> match(pattern, name))
      .flatMap(Stream::ofNullable)
      .toList();
    assertEquals(3, fromFarToClose.size());
    assertEquals(fromFarToClose.stream().sorted().toList(), fromFarToClose);
    assertEquals(match("init_*", name), match("*.init_*", name));
  }

  @ParameterizedTest
  @CsvSource({ "'',empty", "a..b,empty", "a-b,cannot be part", "KvRouter::find,joined by a dot" })
  void saysWhatIsWrongWithAPattern(String pattern, String message) {
    String said = assertThrows(IllegalArgumentException.class, () -> SymbolPattern.of(pattern)).toString();
    assertTrue(said.contains(message), said);
  }
}
