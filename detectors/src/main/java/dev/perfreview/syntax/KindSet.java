package dev.perfreview.syntax;

/**
 * Some of a grammar's kinds of node, to be looked up by number. A walk over a whole file that looks for a few kinds passes the other nodes by at
 * one load each, where comparing names took twenty times as long. Immutable.
 */
public final class KindSet {

  /** By number; that of text that does not parse lies beyond. */
  private final boolean[] members;

  private KindSet(boolean[] members) {
    this.members = members;
  }

  /**
   * The kinds with these names.
   *
   * @throws IllegalArgumentException when the grammar has no kind of one of the names
   */
  public static KindSet of(Language language, String... names) {
    Grammar grammar = Grammar.of(language);
    boolean[] members = new boolean[grammar.kindCount()];
    for (String name : names) {
      boolean known = false;
      for (int kind = 0; kind < members.length; kind++) {
        if (grammar.kindName(kind).equals(name)) {
          members[kind] = true;
          known = true;
        }
      }
      if (!known) {
        throw new IllegalArgumentException(language.id() + " has no " + name);
      }
    }
    return new KindSet(members);
  }

  /** Whether a kind, by its number, is one of them. */
  public boolean contains(int kind) {
    return kind < members.length && members[kind];
  }
}
