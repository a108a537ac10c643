package dev.perfreview.analysis;

import dev.perfreview.rule.Rule;
import dev.perfreview.syntax.Grammar;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rules want to see which kind of node, by the grammar's number of the kind, so that the walk over a file looks up an array and no
 * name. A rule is its place in the language's list.
 */
final class RuleTable {

  private static final int[] NONE = {};

  private final int[][] rulesByKind;

  private RuleTable(int[][] rulesByKind) {
    this.rulesByKind = rulesByKind;
  }

  /** The table of a language's rules. */
  static <M> RuleTable of(Grammar grammar, List<Rule<M>> rules) {
    List<List<Integer>> collected = new ArrayList<>();
    for (int kind = 0; kind < grammar.kindCount(); kind++) {
      collected.add(new ArrayList<>());
    }
    for (int rule = 0; rule < rules.size(); rule++) {
      for (String name : rules.get(rule).info().kinds()) {
        int place = rule;
        grammar
          .kindsNamed(name)
          .stream()
          .forEach(kind -> collected.get(kind).add(place));
      }
    }
    return new RuleTable(
      collected
        .stream()
        .map(places -> places.isEmpty() ? NONE : places.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new)
    );
  }

  /** The rules that want to see nodes of a kind; not to be changed. */
  int[] rulesFor(int kind) {
    // Text that does not parse has a kind beyond the grammar's.
    return kind < rulesByKind.length ? rulesByKind[kind] : NONE;
  }
}
