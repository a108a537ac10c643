package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.iteration.CollectedList;
import dev.perfreview.rust.iteration.CopiedElements;
import dev.perfreview.rust.iteration.ListForCount;
import dev.perfreview.rust.iteration.UnusedList;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list that is built though nobody needs a list. */
public final class NeedlessCollect implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "needless-collect",
    Language.RUST,
    "a list is collected only to be iterated over, counted or joined",
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
    CollectedList list = CollectedList.of(call, model);
    Finding finding = list == null ? ofCall(call, model) : ofList(list, model);
    if (finding != null) {
      findings.accept(finding);
    }
  }

  private static @Nullable Finding ofCall(SyntaxNode call, RustModel model) {
    Finding finding = ListForCount.of(call, model);
    boolean many = Amounts.isNamedCountless(String.valueOf(Calls.nameOf(call)));
    return finding == null ? null : finding.withCertainty(many ? Certainty.SHOWN : Certainty.SMALL);
  }

  private static @Nullable Finding ofList(CollectedList list, RustModel model) {
    Finding unused = UnusedList.of(list, model);
    Finding finding = unused == null ? CopiedElements.of(list, model) : unused;
    return finding == null ? null : finding.withCertainty(Amounts.ofCollection(list.iterated(), model));
  }
}
