package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.semantics.Recurrence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlFlowTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    nullValues = "-",
    value = {
      "for x in xs:; here() | REPEATEDLY",
      "for x in here():; pass | ONCE",
      "for _ in range(3):; here() | ONCE",
      "for _ in range(n):; here() | REPEATEDLY",
      "async for x in xs:; here() | REPEATEDLY",
      "while True:; here() | ONCE",
      "while self.running:; here() | ONCE",
      "while not self.stop_event.is_set():; here() | ONCE",
      "while queue:; here() | REPEATEDLY",
      "while len(queue) > here():; pass | REPEATEDLY",
      "for x in xs:;     if x:;         here() | ONCE",
      "for x in xs:;     if here():;         pass | REPEATEDLY",
      "for x in xs:;     if x:;         for y in x:;             here() | REPEATEDLY",
      "for x in xs:;     try:;         pass;     except E:;         here() | ONCE",
      "for x in xs:;     if x:;         here();         break | SOMETIMES",
      "for x in xs:;     if x:;         here();         return x | SOMETIMES",
      "for y in ys:;     for x in xs:;         here();         break | REPEATEDLY",
      "for x in xs:;     here();     for y in ys:;         break | REPEATEDLY",
      "x = [here() for a in b] | REPEATEDLY",
      "x = [a for a in here()] | ONCE",
      "if xs:;     here() | SOMETIMES",
      "if xs:;     pass; else:;     here() | SOMETIMES",
      "while True:;     if xs:;         here() | SOMETIMES",
      "if xs:;     for x in xs:;         here() | ONCE",
      "with xs:;     here() | ONCE",
    }
  )
  void loopsOverDataRepeatAndBranchesRunSometimes(String body, Recurrence recurrence) {
    PythonSource source = new PythonSource("def f(self, queue, xs):\n    " + body.replace("; ", "\n        ") + "\n");
    assertEquals(recurrence, source.model().placementOf(source.last("here()")).recurrence());
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
      "def register(cls):~    here()~    return cls | when something is decorated",
      "def call(func):~    here()~    return func() | -",
      "def f():~    try:~        pass~    except (Cancelled, Exception):~        here() | in an except branch for any error",
      "async def run(args: argparse.Namespace):~    here() | in a program's command",
      "async def stage_worker(q):~    here()~    while True:~        if q.get():~            break | before the loop that the function stays in",
      "async def turns(q):~    here()~    while True:~        if q.get():~            break | -",
      "class TestF:~    def f(self):~        here() | in a test",
      "def add_cli_args(parser):~    here() | in argument parsing",
      "if TYPE_CHECKING:~    here() | under `if TYPE_CHECKING`",
      "if __name__ == '__main__':~    here() | under `if __name__ == \"__main__\"`",
      "def f():~    try:~        pass~    except E:~        here()~        raise | in an except branch that raises",
      "def f():~    try:~        pass~    except E:~        here() | -",
      "def f():~    try:~        pass~    except Exception as e:~        here() | in an except branch for any error",
      "def f():~    try:~        pass~    except:~        here() | in an except branch for any error",
      "def f():~    try:~        pass~    except (Empty, Again):~        here() | -",
      "def f():~    if bad:~        logger.warning('bad')~        here() | on a branch that logs a warning",
      "def f():~    if odd:~        pass~    else:~        self.log.error('bad')~        here() | on a branch that logs a warning",
      "def f():~    if odd:~        if bad:~            logger.warning('bad')~        here() | -",
      "def f():~    for x in xs:~        logger.warning('bad')~        here() | -",
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
