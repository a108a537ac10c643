package dev.perfreview.semantics.workspace;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a file says of one of its functions.
 *
 * @param name its qualified name in the file, {@code Scheduler.run_batch}
 * @param line the zero-based line of its name
 * @param traits what is peculiar about it
 * @param result the type of what it returns, in the notation of the language; of a coroutine what it gives when awaited; empty when unknown
 * @param calls the calls that it makes, in the order of the text
 * @param effects what it does by itself
 */
public record FunctionFacts(
  String name,
  int line,
  Set<Trait> traits,
  String result,
  List<CallFacts> calls,
  List<EffectFacts> effects
) {
  public FunctionFacts {
    traits = Set.copyOf(traits);
    calls = List.copyOf(calls);
    effects = List.copyOf(effects);
  }

  /** What may be peculiar about a function. */
  public enum Trait {
    /** A coroutine: calling it does nothing yet, awaiting it does. */
    ASYNC,
    /** A generator: calling it does nothing yet, taking its elements does, and that may be on another thread. */
    GENERATOR,
    /** Remembers its results: most calls do not run it. */
    CACHED,
    /** Read like an attribute. */
    PROPERTY,
    /** Runs rarely by what it is: a constructor, {@code main}, a test. */
    COLD,
    /** Makes an object, mostly one that lives long: what it waits for, it waits for once. */
    CONSTRUCTOR,
    /** Only declares what others implement. */
    ABSTRACT,
    /** In Rust a method that only looks at what it is called on ({@code &self}). */
    BORROWS,
    /** In Rust a method that may change what it is called on ({@code &mut self}). */
    CHANGES,
    /** In Rust a function that does nothing but build a list of what it keeps, or of what it is given. */
    COLLECTS,
  }

  /** Whether it has a trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether another version of the function does the same, wherever it and its parts stand. */
  boolean tellsTheSameAs(FunctionFacts other) {
    return withoutLines(0).equals(other.withoutLines(0));
  }

  /**
   * The function as it would be with all of it on the first line.
   *
   * @param line what to put in place of its own line
   */
  FunctionFacts withoutLines(int line) {
    return new FunctionFacts(
      name,
      line,
      traits,
      result,
      calls
        .stream()
        .map(call -> new CallFacts(call.callee(), 0, call.onBranch(), call.awaited()))
        .distinct()
        .toList(),
      effects
        .stream()
        .map(effect -> effect.with(0, UnaryOperator.identity()))
        .distinct()
        .toList()
    );
  }
}
