package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.rust.guards.Guard;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.rust.guards.LockType;
import dev.perfreview.rust.guards.LockUses;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An async lock in a private field that nobody holds across an await: a lock that blocks is cheaper, and never waits for a turn. */
public final class AsyncMutexForSync implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "async-mutex-for-sync",
    Language.RUST,
    "an async lock that is never held across an await, where a blocking one is cheaper",
    Cost.CONTENTION,
    FixAvailability.NONE,
    Set.of("source_file")
  );

  /** How many functions that take the same lock are reported. */
  private static final int MOST = 2;

  /** Methods that may go over all of what is behind the lock. */
  private static final Set<String> COPYING = Set.of("clone", "collect", "extend", "retain", "sort", "to_vec");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode file, RustModel model, Consumer<Finding> findings) {
    String text = file.snapshot().text().string();
    if (!text.contains(".await") || !(text.contains("Mutex<") || text.contains("RwLock<")) || hasSubmodules(file)) {
      return;
    }
    Acquisitions acquisitions = new Acquisitions(model);
    for (SyntaxNode node : file.descendants()) {
      SyntaxNode name = node.is("field_declaration") ? node.field("name") : null;
      SyntaxNode struct = node.enclosing("struct_item");
      if (name != null && struct != null && isPrivateAsyncLock(node, acquisitions)) {
        check(node, LockUses.ofField(struct, name.text(), model, acquisitions), model, findings);
      }
    }
  }

  /** Whether modules in files of their own see the private fields of this one. */
  private static boolean hasSubmodules(SyntaxNode file) {
    return file
      .namedChildren()
      .stream()
      .anyMatch(item -> item.is("mod_item") && item.field("body") == null);
  }

  private static boolean isPrivateAsyncLock(SyntaxNode field, Acquisitions acquisitions) {
    SyntaxNode type = field.field("type");
    LockType lock = type == null || field.firstChild("visibility_modifier") != null ? null : acquisitions.lockOf(type);
    return lock != null && lock.family() == LockFamily.ASYNC && !lock.guardsNothing();
  }

  private static void check(SyntaxNode field, LockUses uses, RustModel model, Consumer<Finding> findings) {
    List<Acquisition> taken = uses.acquisitions();
    boolean brief = !uses.escapes() && taken.stream().allMatch(AsyncMutexForSync::isBrief);
    Set<@Nullable SyntaxNode> reported = new HashSet<>();
    for (Acquisition acquisition : brief ? taken : List.<Acquisition>of()) {
      SyntaxNode call = acquisition.call();
      boolean first = model.placementOf(call).cold() == null && reported.add(call.enclosing("function_item"));
      if (first && reported.size() <= MOST) {
        String message =
          "`" +
          acquisition.lock().text().replaceAll("\\s+", "") +
          "` is an async lock, but no guard of it is ever held across an `.await`: a `std` or `parking_lot` lock costs less";
        findings.accept(
          Finding.at(acquisition.guard(), message)
            .withCost(isShort(acquisition) ? Cost.CONTENTION : Cost.OVERHEAD)
            // Taking an async lock takes a fraction of a microsecond more.
            .withCertainty(Certainty.SMALL)
            .withEvidence(Evidence.at(field, "declared here"))
        );
      }
    }
  }

  /** Whether nothing under the guard goes over data: those who wait for a blocking lock hold their threads up. */
  private static boolean isShort(Acquisition acquisition) {
    Guard guard = Guard.of(acquisition);
    return (
      guard != null &&
      guard
        .work()
        .stream()
        .noneMatch(work -> work.is("for_expression") || isCopy(work))
    );
  }

  private static boolean isCopy(SyntaxNode work) {
    String name = work.is("call_expression") ? Calls.nameOf(work) : null;
    return name != null && COPYING.contains(name);
  }

  /** Whether the guard is seen to be dropped without an await. */
  private static boolean isBrief(Acquisition acquisition) {
    Guard guard = Guard.of(acquisition);
    return guard != null && guard.suspensions().isEmpty();
  }
}
