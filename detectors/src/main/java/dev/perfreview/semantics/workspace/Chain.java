package dev.perfreview.semantics.workspace;

import java.util.List;

/**
 * How calling a function comes to an effect.
 *
 * @param functions the functions on the way, the one that is called first, each calling the next
 * @param lines for each of the functions the zero-based line on which it calls the next; of the last the line of the effect
 * @param effect what the last of them does
 */
public record Chain(List<FunctionPlace> functions, List<Integer> lines, EffectFacts effect) {
  public Chain {
    functions = List.copyOf(functions);
    lines = List.copyOf(lines);
  }
}
