package dev.perfreview.rust;

import dev.perfreview.rule.Rule;
import dev.perfreview.rust.rules.AddedChannel;
import dev.perfreview.rust.rules.AddedLock;
import dev.perfreview.rust.rules.AddedSerialization;
import dev.perfreview.rust.rules.AddedTask;
import dev.perfreview.rust.rules.AsyncMutexForSync;
import dev.perfreview.rust.rules.BlockingCallInAsync;
import dev.perfreview.rust.rules.BulkOperationByElement;
import dev.perfreview.rust.rules.DoubleLookup;
import dev.perfreview.rust.rules.LargeClone;
import dev.perfreview.rust.rules.LinearScan;
import dev.perfreview.rust.rules.LockAcrossAwait;
import dev.perfreview.rust.rules.LockScopeTooWide;
import dev.perfreview.rust.rules.NeedlessCollect;
import dev.perfreview.rust.rules.NeedlessString;
import dev.perfreview.rust.rules.RedundantClone;
import dev.perfreview.rust.rules.RegexPerCall;
import dev.perfreview.rust.rules.SequentialAwaitInLoop;
import dev.perfreview.rust.rules.SerdeJsonInHotPath;
import dev.perfreview.rust.rules.StringAllocInLoop;
import dev.perfreview.rust.rules.UnboundedChannel;
import dev.perfreview.rust.rules.VecWithoutCapacity;
import dev.perfreview.rust.rules.WriteLockForRead;
import java.util.List;

/** All rules for Rust. A new rule is one more line here, in the order of the ids. */
public final class RustRules {

  /** The rules, in the order of their ids. */
  public static final List<Rule<RustModel>> ALL = List.of(
    new AddedChannel(),
    new AddedLock(),
    new AddedSerialization(),
    new AddedTask(),
    new AsyncMutexForSync(),
    new BlockingCallInAsync(),
    new BulkOperationByElement(),
    new DoubleLookup(),
    new LargeClone(),
    new LinearScan(),
    new LockAcrossAwait(),
    new LockScopeTooWide(),
    new NeedlessCollect(),
    new NeedlessString(),
    new RedundantClone(),
    new RegexPerCall(),
    new SequentialAwaitInLoop(),
    new SerdeJsonInHotPath(),
    new StringAllocInLoop(),
    new UnboundedChannel(),
    new VecWithoutCapacity(),
    new WriteLockForRead()
  );

  private RustRules() {}
}
