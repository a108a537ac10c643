package dev.perfreview.rule;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say of one place. It carries no severity: the engine works that out from the cost and the heat of the line.
 *
 * @param range the code at fault, in UTF-16 offsets; not empty
 * @param message the concern and its reason in one sentence: starts lower case or with the code in backquotes, has no full stop
 * @param cost the cost where it differs from the rule's own, for a rule that declares several
 * @param heatAt where the heat is taken when that is not the code at fault: a pitfall that is a loop as a whole costs its price each
 *     time the loop is reached, not on each of its turns
 * @param certainty what it rests on
 * @param cause what several findings of a file have in common where one change mends them all: told loudly once, the others are no louder
 *     than minor
 * @param evidence related places
 * @param fixes the best first
 */
public record Finding(
  TextRange range,
  String message,
  @Nullable Cost cost,
  @Nullable TextRange heatAt,
  Certainty certainty,
  @Nullable String cause,
  List<Evidence> evidence,
  List<Fix> fixes
) {
  public Finding {
    evidence = List.copyOf(evidence);
    fixes = List.copyOf(fixes);
  }

  /** A finding at a node, so far without evidence and fixes. */
  public static Finding at(SyntaxNode node, String message) {
    return at(node.range(), message);
  }

  /** A finding at a span, so far without evidence and fixes. */
  public static Finding at(TextRange range, String message) {
    return new Finding(range, message, null, null, Certainty.SHOWN, null, List.of(), List.of());
  }

  /** The same with another cost than the rule's own. */
  public Finding withCost(Cost other) {
    return new Finding(range, message, other, heatAt, certainty, cause, evidence, fixes);
  }

  /** The same with its heat taken elsewhere, see {@link #heatAt}. */
  public Finding withHeatAt(SyntaxNode place) {
    return new Finding(range, message, cost, place.range(), certainty, cause, evidence, fixes);
  }

  /** The same, resting on something else. */
  public Finding withCertainty(Certainty other) {
    return new Finding(range, message, cost, heatAt, other, cause, evidence, fixes);
  }

  /** The same with a cause that others of its file may share, see {@link #cause}. */
  public Finding withCause(String shared) {
    return new Finding(range, message, cost, heatAt, certainty, shared, evidence, fixes);
  }

  /** The same with one more related place. */
  public Finding withEvidence(Evidence more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.add(more);
    return new Finding(range, message, cost, heatAt, certainty, cause, all, fixes);
  }

  /** The same with one more fix; nothing is added where there is none. */
  public Finding withFix(@Nullable Fix more) {
    if (more == null) {
      return this;
    }
    List<Fix> all = new ArrayList<>(fixes);
    all.add(more);
    return new Finding(range, message, cost, heatAt, certainty, cause, evidence, all);
  }
}
