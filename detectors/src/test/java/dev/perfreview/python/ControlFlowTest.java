package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlFlowTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    nullValues = "-",
    value = {
      "for x in xs:; here() | true",
      "for x in here():; pass | false",
      "for _ in range(3):; here() | false",
      "for _ in range(n):; here() | true",
      "async for x in xs:; here() | true",
      "while True:; here() | false",
      "while self.running:; here() | false",
      "while not self.stop_event.is_set():; here() | false",
      "while queue:; here() | true",
      "while len(queue) > here():; pass | true",
      "for x in xs:;     if x:;         here();         break | false",
      "for x in xs:;     if x:;         here();         return x | false",
      "for y in ys:;     for x in xs:;         here();         break | true",
      "for x in xs:;     here();     for y in ys:;         break | true",
      "x = [here() for a in b] | true",
      "x = [a for a in here()] | false",
    }
  )
  void loopsOverDataRepeatAndLoopsThatKeepAliveDoNot(String body, boolean inLoop) {
    PythonSource source = new PythonSource("def f(self, queue, xs):\n    " + body.replace("; ", "\n        ") + "\n");
    assertEquals(inLoop, source.model().placementOf(source.last("here()")).inLoop());
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    nullValues = "-",
    value = {
      "here() | at module level",
      "class A:~    x = here() | in a class body",
      "f = lambda: here() | -",
      "def f():~    here() | -",
      "def __init__(self):~    here() | in `__init__`",
      "def main():~    here() | in `main`",
      "def test_f():~    here() | in a test",
      "class TestF:~    def f(self):~        here() | in a test",
      "def add_cli_args(parser):~    here() | in argument parsing",
      "if TYPE_CHECKING:~    here() | under `if TYPE_CHECKING`",
      "if __name__ == '__main__':~    here() | under `if __name__ == \"__main__\"`",
      "def f():~    try:~        pass~    except E:~        here()~        raise | in an except branch that raises",
      "def f():~    try:~        pass~    except E:~        here() | -",
      "def f():~    if bad:~        here()~        raise E | on a branch that raises",
      "def f():~    raise E(here()) | in a raise",
      "@app.on_event('startup')~async def f():~    here() | at start-up or shutdown",
    }
  )
  void coldPlacesSayWhy(String code, @Nullable String cold) {
    PythonSource source = new PythonSource(code.replace('~', '\n') + "\n");
    assertEquals(cold, source.model().placementOf(source.last("here()")).cold());
  }
}
