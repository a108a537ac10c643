package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.iteration.Scan;
import dev.perfreview.rust.iteration.Scans;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A list or text that is gone through as a whole where another structure would know the place. */
public final class LinearScan implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "linear-scan",
    Language.RUST,
    "a whole list or text is gone through for each of many elements",
    Cost.SUPERLINEAR,
    FixAvailability.NONE,
    Set.of("call_expression")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String method = Calls.nameOf(call);
    Scan scan = method == null ? null : Scans.ofMethod(method);
    Finding finding = scan == null ? null : scan.of(call, model);
    if (finding != null) {
      findings.accept(finding);
    }
  }
}
