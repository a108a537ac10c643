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
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.copies.BorrowedFilter;
import dev.perfreview.rust.copies.ClonedValue;
import dev.perfreview.rust.copies.FreshValue;
import dev.perfreview.rust.copies.LastUse;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A copy of a value that nobody looks at again, so that the value itself could be given away. */
public final class RedundantClone implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "redundant-clone",
    Language.RUST,
    "a value is copied though it could be moved",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("call_expression", "macro_invocation")
  ).about(Concern.ALLOCATION, Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Whether a type is a list or a map, not a struct of a few texts and handles. */
  private static boolean isCollection(@Nullable RustType type) {
    return type != null && (type.path().startsWith("std::collections::") || type.is("std::vec::Vec"));
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    if (call.is("macro_invocation")) {
      FreshValue.inMacro(call).forEach(finding -> findings.accept(finding.withCertainty(Certainty.SMALL)));
      return;
    }
    ClonedValue copy = ClonedValue.of(call);
    if (copy == null) {
      return;
    }
    Finding fresh = FreshValue.of(copy, model);
    Finding last = fresh == null ? LastUse.of(copy, model) : fresh;
    Finding finding = last == null ? BorrowedFilter.of(copy, model) : last;
    if (finding != null) {
      boolean large = isCollection(copy.type(model)) && !Amounts.isFew(copy.source()) && !model.isInConstructor(call);
      findings.accept(
        finding.withCertainty(large ? Certainty.SHOWN : Amounts.ofValue(copy.source(), copy.type(model), model))
      );
    }
  }
}
