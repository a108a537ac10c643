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
      "(1, '')[1] | str",
      "{'a': []}['a'] | list",
      "{'a': 1}.get('a', 2) | int",
      "{'a': 1}.get('a', '') | ``",
      "list({'a': 1}.values())[0] | int",
      "[y for y in {'a': b''}.items()][0] | tuple",
      "[v for k, v in {'a': b''}.items()][0] | bytes",
      "[v for i, (k, v) in enumerate({'a': b''}.items())][0] | bytes",
      "[v for k, v in zip('ab', [[1]])][0] | list",
      "{k: v for k, v in zip('ab', [[1]])}.keys() | dict_keys",
      "(v for v in [1]) | typing.Iterator",
      "max([1, 2]) | int",
      "dict(zip('ab', [[1]]))['a'] | list",
      "b.tolist() | list",
      "b.items() | ``",
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
      "Sequence[int] -> typing.Sequence",
      "'Dict[str, Req] | None' -> dict",
      "'Optional[Req]' -> .Req",
      "'list[Req' -> ``",
      "'a.b' -> ``",
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
      from typing import Annotated, Any, Deque, Dict, List, Optional, Sequence, Union

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
          seen = set()
          for x in xs:
              text = text + x
              text += x
              total += x
              seen = seen.union(x)
          return text, total, seen
      """
    );
    assertEquals("str", source.typeOfLast("text"));
    assertEquals("", source.typeOfLast("total"));
    assertEquals("set", source.typeOfLast("seen"));
  }

  @Test
  void elementsOfContainersAreFollowedThroughLoopsAndUnpacking() {
    PythonSource source = new PythonSource(
      """
      import collections
      from dataclasses import dataclass, field
      from typing import Dict, List, Optional, Tuple

      @dataclass
      class State:
          output_ids: List[int] = field(default_factory=list)

      class Manager:
          def __init__(self):
              self.states: Dict[str, State] = {}
              self.by_rank = collections.defaultdict(list)

          def find(self) -> Tuple[Optional[State], int]:
              return None, 0

          def use(self, rank):
              for key, state in self.states.items():
                  use(key, state.output_ids)
              (first, (second, third)), *rest = (1, ([], "")), 2
              found, count = self.find()
              one = self.states.get(rank, None)
              return found, count, one.output_ids, self.by_rank[rank], second, third, rest
      """
    );
    assertEquals("str", source.typeOfLast("key"));
    assertEquals("list", source.typeOfLast("state.output_ids"));
    assertEquals(".State", source.typeOfLast("found"));
    assertEquals("int", source.typeOfLast("count"));
    assertEquals("list", source.typeOfLast("one.output_ids"));
    assertEquals("list", source.typeOfLast("self.by_rank[rank]"));
    assertEquals("", source.typeOfLast("rest"));
  }

  @Test
  void anAnnotationThatNamesAProtocolGivesWayToWhatIsAssigned() {
    PythonSource source = new PythonSource(
      """
      from collections.abc import Sequence
      from typing import Mapping

      def f(given: Sequence[str], table: Mapping[str, list[int]]):
          empty: Sequence[int] = []
          for each in given:
              use(each, empty)
          given = list(given)
          return table["a"], given
      """
    );
    assertEquals("list", source.typeOfLast("empty"));
    assertEquals("", source.typeOfLast("given"));
    assertEquals("list", source.typeOfLast("table[\"a\"]"));
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
