package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTreeTest {

  private static String ownerOf(PythonSource source, SyntaxNode identifier) {
    Variable variable = source.model().scopes().resolve(identifier);
    assertNotNull(variable);
    return variable.owner().toString();
  }

  private static SyntaxNode bodyOf(SyntaxNode comprehension) {
    SyntaxNode body = comprehension.field("body");
    assertNotNull(body);
    return body;
  }

  @Test
  void classScopesAreNotSeenByTheirMethods() {
    PythonSource source = new PythonSource(
      """
      xs = 1
      class A:
          xs = 2
          ys = [xs for _ in xs]
          def f(self):
              return xs
      """
    );
    assertEquals("MODULE ", ownerOf(source, source.last("xs")));
    assertEquals("MODULE ", ownerOf(source, bodyOf(source.last("[xs for _ in xs]"))));
  }

  @Test
  void globalAndNonlocalNamesBelongWhereTheyAreDeclared() {
    PythonSource source = new PythonSource(
      """
      count = 0
      def outer():
          total = 0
          def inner():
              global count
              nonlocal total
              count = 1
              total = 2
              return (count, total)
      """
    );
    assertEquals("MODULE ", ownerOf(source, source.last("count")));
    assertEquals("FUNCTION outer", ownerOf(source, source.last("total")));
  }

  @Test
  void comprehensionVariablesStayInTheComprehensionAndWalrusTargetsDoNot() {
    PythonSource source = new PythonSource(
      """
      def f(items):
          found = [(last := each) for each in items]
          return last
      """
    );
    assertEquals("FUNCTION f", ownerOf(source, source.last("last")));
    assertEquals("COMPREHENSION f", ownerOf(source, source.first("each")));
  }

  @Test
  void defaultsAndAnnotationsAreReadOutsideTheFunction() {
    PythonSource source = new PythonSource(
      """
      size = 1
      def f(size: size = size, key=lambda size=size: size):
          pass
      """
    );
    SyntaxNode value = source.last("size: size = size").field("value");
    assertNotNull(value);
    assertEquals("MODULE ", ownerOf(source, value));
    assertEquals("LAMBDA ", ownerOf(source, source.last("size")));
  }

  @Test
  void importsAreResolvedThroughTheirAliases() {
    PythonSource source = new PythonSource(
      """
      import time as t
      import os.path
      from time import sleep as s
      from .utils import sleep as own
      try:
          import orjson as json
      except ImportError:
          json = None
      def f(open):
          use(t.sleep, s, own, os.path.exists, json.dumps, open, print)
      """
    );
    QualifiedNames names = source.model().names();
    assertEquals("time.sleep", names.of(source.last("t.sleep")));
    assertEquals("time.sleep", names.of(source.first("(t.sleep, s").namedChildren().get(1)));
    assertEquals(".utils.sleep", names.of(source.last("own")));
    assertEquals("os.path.exists", names.of(source.last("os.path.exists")));
    assertEquals("orjson.dumps", names.of(source.last("json.dumps")));
    assertNull(names.of(source.last("open")));
    assertEquals("builtins.print", names.of(source.last("print")));
  }

  @Test
  void onlyTheCoroutineItselfIsOnTheEventLoop() {
    PythonSource source = new PythonSource(
      """
      async def serve(xs=first()):
          direct()
          [listed() for _ in xs]
          run(lambda: in_lambda())
          def work():
              in_def()
      """
    );
    AsyncContext context = source.model().asyncContext();
    assertTrue(context.isOnEventLoop(source.last("direct()")));
    assertTrue(context.isOnEventLoop(source.last("listed()")));
    assertFalse(context.isOnEventLoop(source.last("in_lambda()")));
    assertFalse(context.isOnEventLoop(source.last("in_def()")));
    assertFalse(context.isOnEventLoop(source.last("first()")));
  }

  @Test
  void functionsHaveTheNamesOfWhatIsAroundThem() {
    PythonSource source = new PythonSource(
      """
      class Scheduler:
          class Inner:
              async def run(self):
                  def step():
                      pass
      def main():
          pass
      """
    );
    assertEquals(
      List.of("Scheduler.Inner.run", "Scheduler.Inner.run.step", "main"),
      source.model().functions().stream().map(CodeFunction::qualifiedName).toList()
    );
    assertTrue(source.model().functions().getFirst().isAsync());
  }

  @Test
  void tenThousandLevelsAreNoFailure() {
    PythonSource source = new PythonSource("x = " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");
    assertEquals(1, source.model().scopes().scopes().size());
    assertEquals("at module level", source.model().placementOf(source.last("[]")).cold());
  }
}
