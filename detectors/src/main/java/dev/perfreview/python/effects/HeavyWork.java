package dev.perfreview.python.effects;

import dev.perfreview.rule.Cost;

/** The kinds of computation that keep an event loop busy for milliseconds and more. */
public enum HeavyWork {
  /** Text to tokens: a millisecond for some pages, a hundred for a book. */
  TOKENIZE("tokenizes text", Cost.STALL),
  /** A conversation to text, mostly to tokens as well. */
  CHAT_TEMPLATE("renders a chat template", Cost.STALL),
  /** Tokens to text: less than the way there, and mostly of few tokens. */
  DETOKENIZE("turns tokens into text", Cost.OVERHEAD),
  /** The same for many sequences. */
  DETOKENIZE_MANY("turns many sequences of tokens into text", Cost.CONTENTION),
  /** What a model's processor does to images, sound and text. */
  PROCESS("preprocesses a model's inputs", Cost.STALL),
  /** Pixels or samples out of a file's bytes. */
  DECODE_MEDIA("decodes media", Cost.STALL),
  /** Pixels or samples into a file's bytes. */
  ENCODE_MEDIA("encodes media", Cost.STALL),
  /** A schema, grammar or pattern to the masks of constrained decoding: up to seconds. */
  COMPILE_GRAMMAR("compiles a grammar", Cost.STALL),
  /** Bytes to fewer bytes and back: some are large bodies, some single sentences. */
  COMPRESS("compresses or decompresses data", Cost.CONTENTION),
  /** Tensors or arrays from and to files. */
  LOAD_TENSORS("reads or writes tensors", Cost.STALL);

  private final String does;
  private final Cost cost;

  HeavyWork(String does, Cost cost) {
    this.does = does;
    this.cost = cost;
  }

  /** What it does, as a message says it. */
  public String does() {
    return does;
  }

  /** Whether it takes long enough to matter to those who call the function that does it. */
  public boolean isLong() {
    return cost == Cost.STALL;
  }

  /** What it costs each time. */
  public Cost cost() {
    return cost;
  }
}
