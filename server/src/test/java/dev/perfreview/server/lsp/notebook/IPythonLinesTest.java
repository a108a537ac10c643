package dev.perfreview.server.lsp.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IPythonLinesTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "%time f()|_#ime f()",
      "!ls|_#s",
      "%|_",
      "x = 1;\\n  !ls -l\\n|x = 1;\\n  _#s -l\\n",
      "files = !ls *.py|files = _#s *.py",
      "a, b = %sql select 1|a, b = _#ql select 1",
      "frame.head?|_#ame.head?",
      "?frame|_#rame",
      "frame.head??\\nx|_#ame.head??\\nx",
      "!pip \\\\\\n  install x\\ny = 2|_#ip \\\\\\n  _#stall x\\ny = 2",
      "%%time\\nf()\\n|_#time\\nf()\\n",
      "%%bash\\nrm -r /\\n|'      \\n       \\n'",
      "x # it's\\n%time|x # it's\\n_#ime",
      "\"\"\"\\n%x\\n\"\"\"\\n%y|\"\"\"\\n%x\\n\"\"\"\\n_#",
    }
  )
  void becomePython(String cell, String python) {
    assertEquals(lines(python), IPythonLines.hide(lines(cell)));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "x = a % b",
      "x = (a\n  % b)",
      "x = a \\\n  % b",
      "x = '''\n%time\n!ls\n'''",
      "x = 'it?'",
      "x = '%d' % 3",
      "if a != b: pass",
      "x != y",
      "f(\n  '(',\n  a\n  % b)",
      "# really?",
      "x = 1  # really?",
      "print('why?')",
    }
  )
  void leaveAloneWhatIsPython(String cell) {
    assertSame(cell, IPythonLines.hide(cell));
  }

  @Test
  void forgiveStringsThatAreNotClosed() {
    assertEquals("x = 'it\n_#ime f()", IPythonLines.hide("x = 'it\n%time f()"));
  }

  private static String lines(String escaped) {
    return escaped.replace("\\n", "\n").replace("\\\\", "\\");
  }
}
