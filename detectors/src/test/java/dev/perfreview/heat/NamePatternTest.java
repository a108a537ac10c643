package dev.perfreview.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamePatternTest {

  @Test
  void takesWhatTheSameRegularExpressionTakes() {
    Random chance = new Random(7);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = random(chance, "ab*?", 6);
      String name = random(chance, "abc", 8);
      boolean expected = Pattern.matches(pattern.replace("*", ".*").replace('?', '.'), name);
      assertEquals(expected, new NamePattern(pattern).matches(name), () -> pattern + " on " + name);
      taken += expected ? 1 : 0;
    }
    assertTrue(taken > 1000, "the draw must have both kinds");
  }

  private static String random(Random chance, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = chance.nextInt(most + 1); length > 0; length--) {
      text.append(letters.charAt(chance.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void takesAPartOfALongerText() {
    assertTrue(new NamePattern("step").matches("one_step_more", 4, 8));
    assertFalse(new NamePattern("step").matches("one_step_more", 4, 9));
    assertTrue(new NamePattern("*ep").matches("one_step_more", 4, 8));
    assertFalse(new NamePattern("s*more").matches("one_step_more", 4, 8));
  }
}
