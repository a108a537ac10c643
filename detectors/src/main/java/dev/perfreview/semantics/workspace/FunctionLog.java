package dev.perfreview.semantics.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the functions of one file do, noted down while somebody walks through the file.
 *
 * @param <F> what the model of the language knows a function by
 */
public final class FunctionLog<F> {

  private final Map<F, List<CallFacts>> calls = new HashMap<>();
  private final Map<F, List<EffectFacts>> effects = new HashMap<>();

  /** Notes a call that a function makes. */
  public void add(F function, CallFacts call) {
    calls.computeIfAbsent(function, key -> new ArrayList<>()).add(call);
  }

  /** Notes something that a function does by itself. */
  public void add(F function, EffectFacts effect) {
    effects.computeIfAbsent(function, key -> new ArrayList<>()).add(effect);
  }

  /** The calls of a function, in the order in which they were noted. */
  public List<CallFacts> callsOf(F function) {
    return calls.getOrDefault(function, List.of());
  }

  /** What a function does by itself, in the order in which it was noted. */
  public List<EffectFacts> effectsOf(F function) {
    return effects.getOrDefault(function, List.of());
  }
}
