package dev.perfreview.python.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonLinkerTest {

  private final List<FileFacts> files = new ArrayList<>();

  private void file(String path, String text) {
    files.add(PythonFacts.of(path, SyntaxTree.snapshotOf(Language.PYTHON, text)));
  }

  private String typeOf(String reference) {
    return PythonFacts.NOTATION.write(new PythonLinker(files).typeOf(reference));
  }

  private List<String> targets(String callee) {
    return new PythonLinker(files).targets(callee).stream().map(Object::toString).toList();
  }

  @Test
  void findsModulesByTheEndOfTheirNameThroughReexports() {
    file("python/engine/__init__.py", "from .cache.tree import Tree\nfrom .tools import *\n");
    file("python/engine/cache/tree.py", "class Tree:\n  def match(self, key): ...\n");
    file("python/engine/tools.py", "def helper() -> list[int]: return []\n");
    assertEquals(List.of("python/engine/cache/tree.py:Tree.match"), targets("engine.Tree!.match"));
    assertEquals("list<int>", typeOf("engine.helper()"));
    assertEquals("python.engine.cache.tree.Tree", typeOf("engine.Tree()"));
  }

  @Test
  void modulesThatReexportEachOtherEndTheSearch() {
    file("engine/one.py", "from engine.two import *\nfrom engine.three import *\n");
    file("engine/two.py", "from engine.one import *\nfrom engine.three import *\n");
    file("engine/three.py", "from engine.one import *\nfrom engine.two import *\ndef here(): pass\n");
    assertEquals(List.of("engine/three.py:here"), targets("engine.one.here"));
    assertEquals(List.of(), targets("engine.one.nowhere"));
  }

  @Test
  void aModuleThatReexportsTheOneThatLooksLikeItEndsTheSearch() {
    // The name grows with each step: `tools.tools.tools...`.
    file("engine/tools/__init__.py", "from tools.tools import *\n");
    assertEquals(List.of(), targets("engine.tools.run"));
    assertEquals(List.of(), targets("tools.tools.run"));
  }

  @Test
  void aLongRowOfReexportsIsFollowed() {
    file("engine/m0.py", "def run(): pass\n");
    for (int i = 1; i <= 20; i++) {
      file("engine/m" + i + ".py", "from engine.m" + (i - 1) + " import *\n");
    }
    assertEquals(List.of("engine/m0.py:run"), targets("engine.m20.run"));
  }

  @Test
  void aSingleNameThatSeveralModulesHaveMeansNone() {
    file("a/utils.py", "def run(): pass\n");
    file("b/utils.py", "def run(): pass\n");
    assertEquals(List.of(), targets("utils.run"));
    assertEquals(List.of("b/utils.py:run"), targets("b.utils.run"));
  }

  @Test
  void followsAttributesSetInOtherFiles() {
    file(
      "engine/scheduler.py",
      "from engine.cache import Cache\nclass Scheduler:\n  def __init__(self):\n    self.cache = Cache()\n"
    );
    file("engine/cache.py", "class Base:\n  def __init__(self):\n    self.queue = []\nclass Cache(Base):\n  pass\n");
    assertEquals("list", typeOf("engine.scheduler.Scheduler!.cache.queue"));
  }

  @Test
  void aMixinReadsWhatTheClassesSetThatItIsMixedInto() {
    file("engine/mixin.py", "class Mixin:\n  def step(self): return self.waiting\n");
    file(
      "engine/scheduler.py",
      "from engine.mixin import Mixin\nclass Scheduler(Mixin):\n  def __init__(self):\n    self.waiting = []\n"
    );
    assertEquals("list", typeOf("engine.mixin.Mixin!.waiting"));
  }

  @Test
  void aCallOnABaseClassMayRunTheMethodsThatOverrideIt() {
    file("e/base.py", "class Base:\n  def match(self): raise NotImplementedError\n");
    file("e/one.py", "from e.base import Base\nclass One(Base):\n  def match(self): return 1\n");
    file("e/two.py", "from e.base import Base\nclass Two(Base):\n  def match(self): return 2\n");
    assertEquals(
      List.of("e/one.py:One.match", "e/two.py:Two.match"),
      targets("e.base.Base!.match").stream().sorted().toList()
    );
    assertEquals(List.of("e/one.py:One.match"), targets("e.one.One!.match"));
  }

  @Test
  void awaitingACoroutineGivesWhatItReturns() {
    file("e/io.py", "async def read() -> str: return ''\n");
    assertEquals("str", typeOf("e.io.read()~"));
    assertEquals("typing.Awaitable<str>", typeOf("e.io.read()"));
  }

  @Test
  void declarationsThatLeadInACircleAreUnknown() {
    file("e/a.py", "from e.b import x as x\nclass A(B): pass\nfrom e.b import B\n");
    file("e/b.py", "from e.a import x as x\nfrom e.a import A\nclass B(A): pass\n");
    assertEquals("", typeOf("e.a.x"));
    assertEquals(List.of(), targets("e.a.A!.run"));
  }
}
