package dev.perfreview.rust.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {

  private static final String FILE = """
  use std::cell::RefCell;
  use std::sync::{Mutex, RwLock};
  use std::time::Duration;
  struct Cache { items: Mutex<Vec<u8>>, names: RwLock<Vec<u8>>, later: tokio::sync::Mutex<u8>, own: RefCell<u8> }
  impl Cache {
      async fn work(&self) {
          STATEMENT
      }
  }
  """;

  @ParameterizedTest
  @CsvSource(
    delimiter = '#',
    value = {
      "std::thread::sleep(Duration::from_millis(1)); # BLOCKS sleep",
      "std::fs::read(\"x\").ok(); # BLOCKS_BRIEFLY read",
      "self.items.lock().unwrap().clear(); # TAKES_LOCK lock",
      "let names = self.names.read().unwrap(); # TAKES_LOCK read",
      "self.later.lock().await; # ''",
      "self.own.borrow_mut(); # ''",
      "spawn(move || std::thread::sleep(Duration::from_millis(1))); # ''",
    }
  )
  void namesWhatAFunctionDoesByItself(String statement, String effects) {
    String text = FILE.replace("STATEMENT", statement);
    List<EffectFacts> found = RustFacts.of("src/cache.rs", SyntaxTree.snapshotOf(Language.RUST, text))
      .functions()
      .getLast()
      .effects();
    assertEquals(
      effects,
      found
        .stream()
        .map(effect -> effect.effect() + " " + effect.code())
        .collect(Collectors.joining(", "))
    );
  }
}
