package dev.perfreview.semantics.workspace;

import java.util.ArrayList;
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

  /**
   * One step on the way.
   *
   * @param function the function that takes it
   * @param line the zero-based line on which it does
   * @param next what it calls there: the next function's simple name, or the code that has the effect
   */
  public record Link(FunctionPlace function, int line, String next) {}

  /** The function that has the effect itself, in words that tell it from all others: what to mend, whoever calls it. */
  public String cause() {
    return functions.getLast().toString();
  }

  /** The steps on the way, the first first. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      boolean last = i + 1 == functions.size();
      String next = last
        ? effect.code()
        : functions
            .get(i + 1)
            .function()
            .simpleName();
      links.add(new Link(functions.get(i), lines.get(i), next));
    }
    return links;
  }
}
