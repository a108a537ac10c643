package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCodeTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    quoteCharacter = '`',
    value = {
      "f(a, b)|f(\\n    a,\\n    b,\\n)",
      "x['k']|x[ \"k\" ]",
      "a + b|a \\\\\\n+ b",
      "{a: 1}|{\\n\\ta: 1,\\n}",
      "vec![1, 2]|vec![\\r\\n    1,\\r\\n    2,\\r\\n]",
    }
  )
  void whatAFormatterChangesDoesNotCount(String one, String other) {
    String formatted = other
      .replace("\\\\", "\u0000")
      .replace("\\n", "\n")
      .replace("\\r", "\r")
      .replace("\\t", "\t")
      .replace("\u0000", "\\");
    assertEquals(FindingCode.evened(one), FindingCode.evened(formatted));
  }

  @Test
  void whatTheCodeSaysCounts() {
    assertNotEquals(FindingCode.evened("f(a, b)"), FindingCode.evened("f(a, c)"));
    assertNotEquals(FindingCode.evened("x = ',)'"), FindingCode.evened("x = '.)'"));
    assertEquals("path=\"a\\\\b\"", FindingCode.evened("path = \"a\\\\b\""));
  }
}
