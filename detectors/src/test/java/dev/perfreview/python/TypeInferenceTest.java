package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeInferenceTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    quoteCharacter = '`',
    value = {
      "[] | list",
      "[a for a in b] | list",
      "list(b) | list",
      "sorted(b) | list",
      "'' | str",
      "b'' | bytes",
      "f'{b}' | str",
      "'%s' % b | str",
      "'' + b | str",
      "'a' 'b' | str",
      "'a'.join(b) | str",
      "'a b'.split() | list",
      "'a b'.split()[0] | str",
      "[1] + b | list",
      "1 + 2 | int",
      "1 + b | ``",
      "{} | dict",
      "{1} | set",
      "b() | ``",
      "[] if b else list() | list",
      "[] if b else {} | ``",
      "b or [] | ``",
      "[[] for _ in range(3)][0] | list",
      "len(b) | int",
    }
  )
  void valuesHaveTheTypesOfTheirExpressions(String expression, String type) {
    PythonSource source = new PythonSource("def f(b):\n    x = " + expression + "\n    use(x)\n");
    assertEquals(type, source.typeOfLast("x"));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "list[int] -> list",
      "List[int] -> list",
      "typing.List[int] -> list",
      "Optional[List[int]] -> list",
      "list[int] | None -> list",
      "Union[list, dict] -> ``",
      "Union[None, list] -> list",
      "Deque[int] -> collections.deque",
      "deque -> collections.deque",
      "'List[int]' -> list",
      "'Req' -> .Req",
      "Req -> .Req",
      "queue.Queue -> queue.Queue",
      "Annotated[str, 1] -> str",
      "Sequence[int] -> ``",
      "Any -> ``",
    }
  )
  void parametersHaveTheTypesOfTheirAnnotations(String annotationAndType) {
    int arrow = annotationAndType.lastIndexOf("->");
    PythonSource source = new PythonSource(
      """
      import queue
      import typing
      from collections import deque
      from typing import Annotated, Any, Deque, List, Optional, Sequence, Union

      class Req:
          pass

      def f(x: %s):
          use(x)
      """.formatted(annotationAndType.substring(0, arrow).strip())
    );
    assertEquals(
      annotationAndType
        .substring(arrow + 2)
        .strip()
        .replace("``", ""),
      source.typeOfLast("x")
    );
  }

  @Test
  void attributesHaveTheTypeThatAllMethodsAgreeOn() {
    PythonSource source = new PythonSource(
      """
      from dataclasses import dataclass, field

      @dataclass
      class Base:
          ready: list[int] = field(default_factory=list)

      class Queue(Base):
          def __init__(self):
              self.waiting = None
              self.mixed = []

          def reset(self):
              self.waiting = []
              self.mixed = {}

          def use(self):
              return self.waiting, self.mixed, self.ready

      def outside(queue: Queue):
          return queue.waiting
      """
    );
    assertEquals("list", source.typeOfLast("self.waiting"));
    assertEquals("", source.typeOfLast("self.mixed"));
    assertEquals("list", source.typeOfLast("self.ready"));
    assertEquals("list", source.typeOfLast("queue.waiting"));
  }

  @Test
  void aVariableThatDependsOnItselfKeepsItsTypeOnlyWhenEachTurnDoes() {
    PythonSource source = new PythonSource(
      """
      def f(xs, array):
          text = ""
          total = 0
          for x in xs:
              text = text + x
              text += x
              total += x
          return text, total
      """
    );
    assertEquals("str", source.typeOfLast("text"));
    assertEquals("", source.typeOfLast("total"));
  }

  @Test
  void variablesThatDependOnEachOtherAreUnknown() {
    PythonSource source = new PythonSource("def f():\n    a = b\n    b = a\n    return a\n");
    assertEquals("", source.typeOfLast("a"));
  }

  @Test
  void libraryObjectsAreKnownThroughAliases() {
    PythonSource source = new PythonSource(
      """
      import queue as q
      import threading
      from concurrent.futures import ThreadPoolExecutor as Pool

      class Server:
          def __init__(self):
              self.inbox = q.Queue()
              self.pool = Pool(4)
              self.threads = [threading.Thread(target=run) for _ in range(4)]

          def go(self):
              future = self.pool.submit(work)
              for thread in self.threads:
                  thread.join()
              with Pool() as pool:
                  pool.shutdown()
              return self.inbox, future
      """
    );
    assertEquals("queue.Queue", source.typeOfLast("self.inbox"));
    assertEquals("concurrent.futures.Future", source.typeOfLast("future"));
    assertEquals("threading.Thread", source.typeOfLast("thread"));
    assertEquals("concurrent.futures.ThreadPoolExecutor", source.typeOfLast("pool"));
  }

  @Test
  void loggersOfLoggingModulesAreKnownAndThoseThatFormatOtherwiseAreNot() {
    PythonSource source = new PythonSource(
      """
      import logging
      from loguru import logger as other
      from .logging_utils import logger, init_logger

      log = logging.getLogger(__name__)
      made = init_logger(__name__)
      use(log, made, logger, other)
      """
    );
    assertEquals("logging.Logger", source.typeOfLast("log"));
    assertEquals("logging.Logger", source.typeOfLast("made"));
    assertEquals("logging.Logger", source.typeOfLast("logger"));
    assertEquals("", source.typeOfLast("other"));
  }

  @Test
  void deepExpressionsAreUnknownAndNoFailure() {
    PythonSource source = new PythonSource("x = " + "(".repeat(10_000) + "''" + ")".repeat(10_000) + "\nuse(x)\n");
    assertEquals("", source.typeOfLast("x"));
    PythonSource sum = new PythonSource("x = ''" + " + y".repeat(10_000) + "\nuse(x)\n");
    assertEquals("", sum.typeOfLast("x"));
  }
}
