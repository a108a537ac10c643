package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A key that is looked up twice in the same map: to see whether it is there, and again to read, fill or change it. */
public final class DoubleLookup implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "double-lookup",
    Language.RUST,
    "a key looked up twice in the same map",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("if_expression", "let_declaration")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, RustModel model, Consumer<Finding> findings) {
    MapLookup first = node.is("if_expression")
      ? MapLookup.inCondition(node, model)
      : MapLookup.inDeclaration(node, model);
    SyntaxNode second = first == null ? null : first.again();
    if (first == null || second == null) {
      return;
    }
    String message =
      "`" +
      first.map() +
      "` is searched for `" +
      first.key() +
      "` by `" +
      Calls.nameOf(first.call()) +
      "` and once more by `" +
      MapLookup.nameOf(second) +
      "`; " +
      first.cure(second);
    findings.accept(
      Finding.at(first.call(), message)
        .withCertainty(
          // Maps of blocks and tokens are asked for each of them, whatever the loop is that does.
          Amounts.isNamedCountless(first.map()) || Amounts.isNamedCountless(first.key())
            ? Certainty.SHOWN
            : Amounts.ofTurnsAround(node, model)
        )
        .withEvidence(Evidence.at(second, "searched again here"))
    );
  }
}
