package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.rust.guards.Guard;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.rust.guards.LockType.Form;
import dev.perfreview.rust.guards.ReadOnlyGuard;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import java.util.function.Consumer;

/** A lock taken for writing, or an entry of a concurrent map, through which nothing is written: readers wait for nothing. */
public final class WriteLockForRead implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "write-lock-for-read",
    Language.RUST,
    "a lock taken for writing through which nothing is written",
    Cost.CONTENTION,
    FixAvailability.SOMETIMES,
    Set.of("call_expression")
  );

  private static final Set<String> METHODS = Set.of("write", "get_mut", "entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String method = Calls.nameOf(call);
    if (method == null || !METHODS.contains(method) || Calls.receiverOf(call) == null) {
      return;
    }
    if (method.equals("entry")) {
      if (OccupiedEntry.isOnlyRead(call, model)) {
        findings.accept(
          Finding.at(
            call,
            "`entry` locks its part of the map for writing though it is only looked into, so that readers wait for each other; `get` lets them in"
          )
        );
      }
      return;
    }
    Acquisition acquisition = new Acquisitions(model).of(call);
    boolean isReadable =
      acquisition != null &&
      (acquisition.type().form() == Form.RW_LOCK || acquisition.family() == LockFamily.DASH_MAP) &&
      !acquisition.type().guardsNothing();
    Guard guard = acquisition == null || !isReadable ? null : Guard.of(acquisition);
    if (guard != null && ReadOnlyGuard.isOnlyRead(guard)) {
      findings.accept(finding(call, method));
    }
  }

  private static Finding finding(SyntaxNode call, String method) {
    String reading = method.equals("write") ? "read" : "get";
    String message =
      "`" +
      method +
      "` keeps all readers out though nothing is written through its guard; `" +
      reading +
      "` lets them in";
    SyntaxNode name = Calls.nameNodeOf(call);
    Finding finding = Finding.at(call, message);
    return name == null || !method.equals("write")
      ? finding
      : finding.withFix(
          Fix.unsafe("Take the lock for reading; readers then run at the same time", TextEdit.replace(name, reading))
        );
  }
}
