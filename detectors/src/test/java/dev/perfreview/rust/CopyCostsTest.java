package dev.perfreview.rust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.perfreview.syntax.SyntaxNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyCostsTest {

  private static final String FILE = """
  use bytes::Bytes;
  use std::collections::HashMap;
  use std::sync::Arc;
  #[derive(Clone, Copy)]
  struct Position { row: u32 }
  #[derive(Clone)]
  struct Label { text: String, position: Position }
  #[derive(Clone)]
  struct Names { first: String, last: String }
  #[derive(Clone)]
  struct Handle { shared: Arc<Vec<u8>>, payload: Bytes }
  #[derive(Clone)]
  struct Tree { children: Vec<Tree> }
  #[derive(Clone)]
  enum Choice { None, Label(Label), Tree { tree: Tree } }
  struct Pool { connections: Vec<u64> }
  impl Clone for Pool { fn clone(&self) -> Self { todo!() } }
  fn f(value: TYPE) { at(value); }
  """;

  @ParameterizedTest
  @CsvSource(
    delimiter = '#',
    value = {
      "u64 # CHEAP",
      "&Vec<u8> # CHEAP",
      "Arc<Vec<u8>> # CHEAP",
      "Option<Arc<Tree>> # CHEAP",
      "Position # CHEAP",
      "Handle # CHEAP",
      "String # TEXT",
      "Option<String> # TEXT",
      "Label # TEXT",
      "Names # LARGE",
      "(String, String) # LARGE",
      "Vec<u8> # LARGE",
      "HashMap<u64, u64> # LARGE",
      "Tree # LARGE",
      "Choice # LARGE",
      "Box<[u8]> # LARGE",
      "Pool # UNKNOWN",
      "Elsewhere # UNKNOWN",
    }
  )
  void costsWhatTheTypeHolds(String type, CopyCost cost) {
    RustModel model = RustSource.modelOf(FILE.replace("TYPE", type));
    SyntaxNode value = Calls.argumentsOf(RustSource.callsOf(model, "at").getFirst()).getFirst();
    RustType found = model.typeOf(value);
    assertNotNull(found);
    assertEquals(cost, model.copyCostOf(found));
  }
}
