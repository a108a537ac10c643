package dev.perfreview.rule;

import dev.perfreview.syntax.Language;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule declares of itself. The contract tests hold it to every part.
 *
 * @param id kebab-case; names the pattern, so that "allow list-pop-front" reads well; the same in the LSP code, in suppressions, the
 *     doc file and {@code perf-review explain}
 * @param language the language it reads; a rule of the same id may exist for the other
 * @param summary one line for lists of rules, starting lower case, without full stop
 * @param cost what the pitfall costs each time the line runs
 * @param fixes whether findings come with fixes
 * @param kinds the kinds of node that it wants to see, by the grammar's names
 * @param concerns what a reviewer's questions its findings are evidence for
 * @param changeOnly whether what it finds is worth a word only where a change brings it: silent in a plain check
 * @param definition where a user defined it; nothing for the rules that ship with the tool
 */
public record RuleInfo(
  String id,
  Language language,
  String summary,
  Cost cost,
  FixAvailability fixes,
  Set<String> kinds,
  Set<Concern> concerns,
  boolean changeOnly,
  @Nullable UserDefinition definition
) {
  public RuleInfo {
    kinds = Set.copyOf(kinds);
    concerns = Set.copyOf(concerns);
  }

  /** A rule about what its cost says, which finds its pitfall wherever it stands. */
  public RuleInfo(String id, Language language, String summary, Cost cost, FixAvailability fixes, Set<String> kinds) {
    this(id, language, summary, cost, fixes, kinds, Concern.of(cost), false, null);
  }

  /** The same, about these and nothing else. */
  public RuleInfo about(Concern first, Concern... more) {
    Set<Concern> all = EnumSet.of(first, more);
    return new RuleInfo(id, language, summary, cost, fixes, kinds, all, changeOnly, definition);
  }

  /** The same, worth a word only where a change brings it. */
  public RuleInfo onlyInChanges() {
    return new RuleInfo(id, language, summary, cost, fixes, kinds, concerns, true, definition);
  }

  /** The same, written by a user. */
  public RuleInfo definedAt(UserDefinition place) {
    return new RuleInfo(id, language, summary, cost, fixes, kinds, concerns, changeOnly, place);
  }

  /** Whether it reads comments for perf-review instead of code: the engine's own rules do. */
  public boolean isAboutComments() {
    return kinds.isEmpty() && definition == null;
  }
}
