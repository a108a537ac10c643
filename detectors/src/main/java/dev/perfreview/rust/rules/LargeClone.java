package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.copies.AccessorCopy;
import dev.perfreview.rust.copies.ClonedValue;
import dev.perfreview.rust.copies.CopyPitfall;
import dev.perfreview.rust.copies.CopyPitfalls;
import dev.perfreview.rust.copies.LastUse;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A text, collection or other large value that is copied without need. */
public final class LargeClone implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "large-clone",
    Language.RUST,
    "a text or collection is copied though a reference, a move or a shared pointer would do",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("call_expression")
  ).about(Concern.ALLOCATION, Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    ClonedValue copy = ClonedValue.of(call);
    if (copy == null) {
      Finding accessor = AccessorCopy.ofCollected(call, model);
      if (accessor != null) {
        findings.accept(accessor.withCertainty(Certainty.SMALL));
      }
      return;
    }
    for (CopyPitfall pitfall : CopyPitfalls.ALL) {
      Finding finding = pitfall.of(copy, model);
      if (finding != null) {
        if (LastUse.of(copy, model) == null) {
          // Some callers of an accessor may want a value of their own.
          boolean accessor = pitfall.equals(CopyPitfalls.ACCESSOR);
          findings.accept(
            finding.withCertainty(accessor ? Certainty.SMALL : Amounts.ofValue(copy.source(), copy.type(model), model))
          );
        }
        return;
      }
    }
  }
}
