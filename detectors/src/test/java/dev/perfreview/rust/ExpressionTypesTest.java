package dev.perfreview.rust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTypesTest {

  private static final String FILE = """
  use std::collections::{HashMap, HashSet as Set};
  use std::sync::{Arc, Mutex, RwLock};
  use dashmap::DashMap;
  type Names = Vec<String>;
  const KIND: &str = "kind";
  struct Pair(String, u64);
  struct Worker { name: String, labels: HashMap<String, String>, names: Names, role: Arc<str>, pair: Pair, next: Option<Box<Worker>> }
  struct Registry { workers: HashMap<u64, Worker>, seen: Mutex<Set<String>>, kinds: RwLock<Vec<String>> }
  enum Step { Text(String, u64), Ids { ids: Vec<u32>, next: Option<Box<Step>> } }
  struct Shards { shards: DashMap<u64, Worker>, steps: Vec<Step> }
  fn parse(text: &str) -> Result<Worker, Error> { todo!() }
  async fn fetch(text: &str) -> Vec<u8> { todo!() }
  impl Worker {
      fn new(name: String) -> Self { todo!() }
      fn title(&self) -> &str { todo!() }
  }
  fn step() -> Step { todo!() }
  impl Registry {
      fn shards(&self) -> &Shards { todo!() }
      async fn f<T: Display>(&self, text: &str, parts: &[String], count: usize, thing: T, pair: (String, u32), maybe: Option<&str>) {
          let worker = Worker::new(text.to_string());
          let mut list = Vec::<u32>::new();
          HERE
      }
  }
  """;

  @ParameterizedTest
  @CsvSource(
    delimiter = '#',
    value = {
      "at(text) # &str",
      "at(KIND) # &str",
      "at(text.trim()) # &str",
      "at(text.to_string()) # String",
      "at(&text[1..]) # &str",
      "at(format!(\"x\")) # String",
      "at(self.workers) # HashMap<u64, Worker>",
      "at(self.workers.get(&1)) # Option<&Worker>",
      "at(worker) # Worker",
      "at(worker.name) # String",
      "at(worker.name.clone()) # String",
      "at(worker.names) # Vec<String>",
      "at(worker.names[0]) # String",
      "at(worker.pair.0) # String",
      "at(worker.title()) # &str",
      "at(worker.role) # Arc<str>",
      "at(parse(text)?) # Worker",
      "at(parse(text).unwrap().name) # String",
      "at(fetch(text).await) # Vec<u8>",
      "at(list) # Vec<u32>",
      "at(parts.len()) # usize",
      "at(count + 1) # usize",
      "at(pair.0) # String",
      "at(maybe.unwrap_or_default()) # &str",
      "at(self.seen.lock().unwrap()) # MutexGuard<HashSet<String>>",
      "at(self.seen.lock().unwrap().clone()) # HashSet<String>",
      "at(self.kinds.read().unwrap().clone()) # Vec<String>",
      "at(if count > 1 { worker } else { parse(text)? }) # Worker",
      "at(match count { 0 => text.to_string(), _ => todo!() }) # String",
      "at({ let other = text; other.len() }) # usize",
      "at(parts.iter().map(|part| part.len()).collect::<Vec<_>>()) # Vec<usize>",
      "let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect(); at(lengths); # Vec<usize>",
      "at(parts.iter().filter_map(|part| part.split_once('=')).next()) # Option<()<&str, &str>>",
      "at(maybe.map(|name| name.to_string())) # Option<String>",
      "at(Arc::new(worker)) # Arc<Worker>",
      "at(Some(worker)) # Option<Worker>",
      "if let Step::Ids { ids, .. } = step() { at(ids); } # Vec<u32>",
      "match &step() { Step::Ids { next: after, .. } => at(after), _ => {} } # &Option<Box<Step>>",
      "match step() { Step::Text(text, number) => at(number), _ => {} } # u64",
      "let Worker { name, .. } = &worker; at(name); # &String",
      "self.shards().shards.iter().for_each(|entry| at(entry.value())); # &Worker",
      "at(self.shards().shards.get(&1).unwrap().name) # String",
      "self.workers.retain(|key, value| { at(value); true }); # &Worker",
      "parts.iter().fold(0, |sum, part| { at(part); sum }); # &String",
      "for part in parts { at(part); } # &String",
      "for (place, part) in parts.iter().enumerate() { at(part); } # &String",
      "for (place, part) in parts.iter().enumerate() { at(place); } # usize",
      "for (key, value) in &worker.labels { at(value); } # &String",
      "for key in worker.labels.keys() { at(key); } # &String",
      "for &part in &[text] { at(part); } # &str",
      "for letter in text.chars() { at(letter); } # char",
      "if let Some(label) = worker.labels.get(text) { at(label); } # &String",
      "if let Some(label) = worker.labels.get(text) && true { at(label); } # &String",
      "while let Some(number) = list.pop() { at(number); } # u32",
      "let Some(label) = worker.labels.get(text) else { return }; at(label); # &String",
      "match parse(text) { Ok(parsed) => at(parsed), Err(_) => {} } # Worker",
      "maybe.map(|inner| at(inner)); # &str",
      "parts.iter().filter(|part| at(part)); # &&String",
      "let (first, second) = pair; at(second); # u32",
      "let text: String = make(); at(text); # String",
      "let text = 1u8 as usize; at(text); # usize",
      "let f = |text: String| at(text); # String",
    }
  )
  void typesFollowFromWhatTheFileSays(String statement, String expected) {
    RustType type = typeAt(statement);
    assertNotNull(type, statement);
    assertEquals(expected, written(type), statement);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "at(thing.name)",
      "at(unknown)",
      "at(unknown(text))",
      "at(text.frobnicate())",
      "{ let hidden = text; } at(hidden);",
      "at(later); let later = text;",
      "if let Some(label) = worker.labels.get(text) { } at(label);",
      "let worker = other(); at(worker.name);",
      "for x in self.something() { at(x); }",
      "let (a, b) = unknown(); at(a);",
    }
  )
  void whatTheFileDoesNotSayIsNotKnown(String statement) {
    assertNull(typeAt(statement), statement);
  }

  @Test
  void longChainsEndUnknownAndDoNotOverflow() {
    assertNull(typeAt("at(text" + ".trim()".repeat(2000) + ")"));
  }

  @Test
  void aNameOfTwoStructsIsNotKnown() {
    RustModel model = RustSource.modelOf(
      "mod a { struct S { x: String } } mod b { struct S { x: u8 } fn f(s: S) { at(s.x); } }"
    );
    assertNull(model.typeOf(argumentOfAt(model)));
  }

  private static @Nullable RustType typeAt(String statement) {
    RustModel model = RustSource.modelOf(FILE.replace("HERE", statement));
    return model.typeOf(argumentOfAt(model));
  }

  private static SyntaxNode argumentOfAt(RustModel model) {
    return Calls.argumentsOf(RustSource.callsOf(model, "at").getFirst()).getFirst();
  }

  private static String written(RustType type) {
    List<String> arguments = type.arguments().stream().map(ExpressionTypesTest::written).toList();
    String list = arguments.isEmpty() ? "" : arguments.stream().collect(Collectors.joining(", ", "<", ">"));
    return "&".repeat(type.references()) + RustPaths.lastSegment(type.path()) + list;
  }
}
