package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;

/** Who keeps a guard alive. */
public sealed interface Owner extends Destination permits Owner.Variable, Owner.Temporary, Owner.Scrutinee {
  /** The node at whose end the owner dies, if it has not given the guard away before. */
  SyntaxNode scope();

  /**
   * A variable.
   *
   * @param name the identifier in the pattern that declares it
   * @param scope the block, arm, loop or {@code if} that it is declared in
   */
  record Variable(SyntaxNode name, SyntaxNode scope) implements Owner {}

  /**
   * A value without a name: it lives to the end of the statement around it, or longer (the Rust Reference, "Destructors", temporary
   * scopes and temporary lifetime extension).
   *
   * @param scope the statement, condition, arm or block at whose end it is dropped
   */
  record Temporary(SyntaxNode scope) implements Owner {}

  /**
   * The value that a {@code match} takes apart; each arm's pattern decides who has it then.
   *
   * @param scope the match
   */
  record Scrutinee(SyntaxNode scope) implements Owner {}
}
