package dev.perfreview.rust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustModelTest {

  @Test
  void functionsAreNamedByTypeAndTraitButNotByModule() {
    RustModel model = RustSource.modelOf(
      """
      mod routing {
        impl<T: Clone> fmt::Display for super::KvRouter<T> { fn fmt(&self) {} }
        impl Selector for &mut Box<u8> { async fn select(&self) { fn score() {} } }
        trait Policy { fn pick(&self) -> u8 { 1 } fn declared(&self); }
      }
      fn main() {}
      """
    );
    assertEquals(
      List.of("KvRouter.fmt", "Box.select", "Box.select.score", "Policy.pick", "main"),
      model.functions().stream().map(CodeFunction::qualifiedName).toList()
    );
    assertEquals(
      List.of(false, true, false, false, false),
      model.functions().stream().map(CodeFunction::isAsync).toList()
    );
  }

  @Test
  void pathsAreFollowedThroughUseDeclarations() {
    RustModel model = RustSource.modelOf(
      """
      use std::{sync::{Mutex as M, Arc, self}, collections::hash_map::HashMap};
      use core::mem;
      fn f() {
        a(M::new); a(Arc::<u8>::clone); a(sync::RwLock::new); a(HashMap::<u8, u8>::new); a(mem::take); a(Vec::<u8>::new);
        a(other::Vec::new); a(local);
        { use parking_lot::Mutex as M; a(M::new); }
      }
      """
    );
    List<String> paths = RustSource.all(model, "arguments")
      .stream()
      .map(arguments -> model.fullPathOf(arguments.namedChildren().getFirst()))
      .toList();
    assertEquals(
      List.of(
        "std::sync::Mutex::new",
        "std::sync::Arc::clone",
        "std::sync::RwLock::new",
        "std::collections::HashMap::new",
        "std::mem::take",
        "std::vec::Vec::new",
        "other::Vec::new",
        "local",
        "parking_lot::Mutex::new"
      ),
      paths
    );
  }

  @Test
  void modulesSeeOutsideDeclarationsOnlyThroughTheSuperGlob() {
    RustModel model = RustSource.modelOf(
      """
      use regex::Regex;
      mod closed { fn f() { a(Regex::new); } }
      mod open { use super::*; fn f() { a(Regex::new); } }
      """
    );
    List<SyntaxNode> calls = RustSource.all(model, "arguments");
    assertEquals("Regex::new", model.fullPathOf(calls.get(0).namedChildren().getFirst()));
    assertEquals("regex::Regex::new", model.fullPathOf(calls.get(1).namedChildren().getFirst()));
  }

  @Test
  void globsAndOwnTypesDecideWhatAShortNameIs() {
    RustModel globbed = RustSource.modelOf("use regex::*; fn f() { a(Regex::new); }");
    SyntaxNode path = RustSource.first(globbed, "arguments").namedChildren().getFirst();
    assertTrue(globbed.refersTo(path, "regex::Regex::new"));
    assertFalse(globbed.refersTo(path, "regex::RegexSet::new"));
    RustModel own = RustSource.modelOf(
      "use regex::*; struct Regex; struct Vec; fn f() { a(Regex::new); b(Vec::new); }"
    );
    List<SyntaxNode> calls = RustSource.all(own, "arguments");
    assertFalse(own.refersTo(calls.get(0).namedChildren().getFirst(), "regex::Regex::new"));
    assertEquals("Vec::new", own.fullPathOf(calls.get(1).namedChildren().getFirst()));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() { for x in xs { here(); } }",
      "fn f() { while i < n { here(); rx.recv(); } }",
      "fn f() { while let Some(x) = stack.pop() { here(); send(x).await; } }",
      "fn f() { loop { if done() { break; } here(); } }",
      "fn f() { xs.iter().rev().map(|x| here()); }",
      "fn f() { (0..n).for_each(|x| { if here() > 1 { } }); }",
      "fn f() { for x in xs { if let Some(y) = x { here(); } } }",
      "fn f() { xs.retain(|x| here()); }",
    }
  )
  void loopsOverDataCount(String source) {
    assertEquals(Recurrence.REPEATEDLY, placementOfHere(source).recurrence(), source);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() { for x in here() { } }",
      "fn f() { (0..n).for_each(|x| { if x > 1 { here(); } }); }",
      "fn f() { for x in xs { if let Some(y) = x { } else { here(); } } }",
      "async fn f() { loop { let x = rx.recv().await; here(); } }",
      "async fn f() { loop { here(); tokio::select! { x = rx.recv() => {} } } }",
      "async fn f() { while let Some(x) = stream.next().await { here(); } }",
      "async fn f() { while !token.is_cancelled() { here(); tick().await; } }",
      "fn f() { option.map(|x| here()); }",
      "fn f() { xs.iter().next().map(|x| here()); }",
      "fn f() { for x in xs { fn g() { here(); } } }",
    }
  )
  void keepAliveLoopsSingleValuesAndBranchesDoNot(String source) {
    assertEquals(Recurrence.ONCE, placementOfHere(source).recurrence(), source);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() { if x > 1 { here(); } }",
      "fn f() { if let Some(y) = x { } else { here(); } }",
      "async fn f() { loop { let x = rx.recv().await; if x > 1 { here(); } } }",
    }
  )
  void branchesRunSometimes(String source) {
    assertEquals(Recurrence.SOMETIMES, placementOfHere(source).recurrence(), source);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() -> R { return Err(here()); }",
      "fn f() -> R { if bad { let m = here(); return Err(m); } Ok(()) }",
      "fn f() -> R { let Some(x) = y else { here(); bail!(\"no\") }; }",
      "fn f() -> R { x.map_err(|e| here())?; }",
      "fn f() -> R { x.unwrap_or_else(|| panic!(\"no\", here())); x.unwrap_or_else(|| { here(); panic!(\"no\") }) }",
      "fn f() { match x { Ok(v) => v, Err(e) => { here(); continue; } } }",
      "fn f() { match x { Ok(v) => v, Err(e) => return Err(here()) } }",
      "fn main() { here(); }",
      "#[test] fn f() { here(); }",
      "#[tokio::test(flavor = \"multi_thread\")] // why\n async fn f() { here(); }",
      "#[cfg(test)] mod tests { fn helper() { here(); } }",
      "#[cfg(all(test, feature = \"x\"))] impl S { fn helper() { here(); } }",
      "static R: LazyLock<T> = LazyLock::new(|| here());",
      "fn f() { R.get_or_init(|| here()); }",
      "impl std::fmt::Debug for S { fn fmt(&self) { here(); } }",
      "#[cold] fn f() { here(); }",
    }
  )
  void whatRunsRarelyIsCold(String source) {
    assertNotNull(placementOfHere(source).cold(), source);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() -> R { here(); Err(x) }",
      "fn f() -> R { if ok { here(); return Ok(1); } bail!(\"no\") }",
      "fn f() { match x { Ok(v) => here(), Err(e) => return Err(e) } }",
      "fn f() { x.unwrap_or_else(|| here()); }",
      "#[cfg(not(test))] fn f() { here(); }",
      "#[test] fn t() {} fn f() { here(); }",
      "impl Main { fn main(&self) { here(); } }",
      "impl S { fn new() -> Self { here(); } }",
    }
  )
  void theNormalCourseIsNot(String source) {
    assertNull(placementOfHere(source).cold(), source);
  }

  @Test
  void closuresAndBlocksDecideWhatRunsACall() {
    assertEquals(Execution.EVENT_LOOP, executionOfHere("async fn f() { xs.iter().for_each(|x| here()); }"));
    assertEquals(Execution.EVENT_LOOP, executionOfHere("fn f() { tokio::spawn(async move { here(); }); }"));
    assertEquals(Execution.BLOCKING_THREAD, executionOfHere("async fn f() { spawn_blocking(move || here()).await; }"));
    assertEquals(Execution.BLOCKING_THREAD, executionOfHere("async fn f() { std::thread::spawn(move || here()); }"));
    assertEquals(Execution.CALLER, executionOfHere("async fn f() { let g = || here(); }"));
    assertEquals(Execution.CALLER, executionOfHere("fn f() { here(); }"));
    assertEquals(Execution.CALLER, executionOfHere("async fn f() { fn g() { here(); } }"));
  }

  @Test
  void anAwaitSuspendsTheInnermostCoroutine() {
    RustModel model = RustSource.modelOf("async fn f() { let a = async { here() }; let b = || here(); here(); }");
    List<SyntaxNode> calls = RustSource.callsOf(model, "here");
    SyntaxNode block = model.coroutineAround(calls.get(0));
    assertTrue(block != null && block.is("async_block"));
    assertNull(model.coroutineAround(calls.get(1)));
    SyntaxNode function = model.coroutineAround(calls.get(2));
    assertTrue(function != null && function.is("function_item"));
  }

  @Test
  void deepNestingIsNoProblem() {
    int depth = 3000;
    String source =
      "fn f() { x = " +
      "(".repeat(depth) +
      "here()" +
      ")".repeat(depth) +
      "; } use " +
      "a::{".repeat(500) +
      "b" +
      "}".repeat(500) +
      ";";
    RustModel model = RustSource.modelOf(source);
    CodeFunction function = RustSource.placementOf(model, "here").function();
    assertNotNull(function);
    assertEquals("f", function.qualifiedName());
  }

  private static Placement placementOfHere(String source) {
    return RustSource.placementOf(RustSource.modelOf(source), "here");
  }

  private static Execution executionOfHere(String source) {
    RustModel model = RustSource.modelOf(source);
    return model.executionOf(RustSource.callsOf(model, "here").getFirst());
  }
}
