package dev.perfreview.syntax;

/** Code with most of what the grammars know, for tests of parsing. */
final class SampleCode {

  private static final String PYTHON = """
  import asyncio
  from collections import deque as queue_type

  class Scheduler:
      \"""Keeps requests; says "hello" 😀.\"""
      waiting: list[int] = []

      @staticmethod
      async def event_loop(self, *, batch=None, **options):
          while True:
              async with self.lock as guard, other():
                  first = self.waiting.pop(0) if self.waiting else None
              try:
                  text = f"{first!r:>10} {first + 1} { {'a': 1} }" + 'b' 'c'
              except (ValueError, KeyError) as error:
                  raise RuntimeError("bad") from error
              finally:
                  values = [x * 2 for x in range(10) if x % 2]
              match first:
                  case {"id": 1, **rest}:
                      del values[0]
                  case [1, 2, *others] | None:
                      lambda a, b=2: a + b
              await asyncio.sleep(0.1)  # wait

  def plain(x: int, y: "str" = "z") -> dict[str, int]:
      return {**options, "k": x if x else y, "l": not x}

  """;

  private static final String RUST = """
  use std::{collections::HashMap, sync::Mutex as Lock};

  /// Finds workers 😀.
  #[derive(Debug, Clone)]
  pub struct Router<'a, T: Send + 'static> where T: Copy {
      index: Lock<HashMap<String, Vec<&'a T>>>,
  }

  impl<'a, T> Router<'a, T> {
      pub async fn find(&self, key: &str) -> Result<Option<u64>, Error> {
          let guard = self.index.lock().unwrap();
          let mut out = Vec::new();
          for (i, value) in guard.get(key).iter().enumerate() {
              out.push(format!("{}-{i:?}", value));
          }
          match out.len() {
              0 => return Ok(None),
              n @ 1..=5 if n % 2 == 0 => { drop(guard); }
              _ => unsafe { core::hint::unreachable_unchecked() },
          }
          tokio::select! {
              biased;
              _ = self.stop.cancelled() => {}
              Some(x) = rx.recv() => { process(x).await?; }
          }
          let raw = r#"a "quoted" string"#;
          let c = |x: u32| -> u32 { x << 2 & 0xFF_u32 };
          if let Some(x) = raw.chars().nth(1) { 'label: loop { break 'label; } }
          Ok(Some(1))
      }
  }

  macro_rules! count { ($($x:expr),*) => { 0 $(+ { $x; 1 })* }; }

  """;

  private SampleCode() {}

  /** A text of about 1.3 kB a repetition that parses without error. */
  static String of(Language language, int repetitions) {
    return (switch (language) {
      case PYTHON -> PYTHON;
      case RUST -> RUST;
    }).repeat(repetitions);
  }
}
