package dev.perfreview.python;

import dev.perfreview.python.rules.AddedKvRead;
import dev.perfreview.python.rules.AddedLock;
import dev.perfreview.python.rules.AddedQueue;
import dev.perfreview.python.rules.AddedRequestState;
import dev.perfreview.python.rules.AddedSerialization;
import dev.perfreview.python.rules.AddedTensor;
import dev.perfreview.python.rules.AddedThread;
import dev.perfreview.python.rules.AllocationInTokenLoop;
import dev.perfreview.python.rules.BlockingCallInAsync;
import dev.perfreview.python.rules.BlockingDeviceCopy;
import dev.perfreview.python.rules.ConstructPerCall;
import dev.perfreview.python.rules.CopyInLoop;
import dev.perfreview.python.rules.EagerLogFormatting;
import dev.perfreview.python.rules.GpuSync;
import dev.perfreview.python.rules.HeavyWorkInAsync;
import dev.perfreview.python.rules.LinearMembership;
import dev.perfreview.python.rules.ListPopFront;
import dev.perfreview.python.rules.NeedlessList;
import dev.perfreview.python.rules.PerEventSerialization;
import dev.perfreview.python.rules.SequentialAwaitInLoop;
import dev.perfreview.python.rules.StringConcatInLoop;
import dev.perfreview.python.rules.TensorCatInLoop;
import dev.perfreview.python.rules.UnboundedQueue;
import dev.perfreview.rule.Rule;
import java.util.List;

/** All rules for Python. A new rule is one more line here, in the order of the ids. */
public final class PythonRules {

  /** The rules, in the order of their ids. */
  public static final List<Rule<PythonModel>> ALL = List.of(
    new AddedKvRead(),
    new AddedLock(),
    new AddedQueue(),
    new AddedRequestState(),
    new AddedSerialization(),
    new AddedTensor(),
    new AddedThread(),
    new AllocationInTokenLoop(),
    new BlockingCallInAsync(),
    new BlockingDeviceCopy(),
    new ConstructPerCall(),
    new CopyInLoop(),
    new EagerLogFormatting(),
    new GpuSync(),
    new HeavyWorkInAsync(),
    new LinearMembership(),
    new ListPopFront(),
    new NeedlessList(),
    new PerEventSerialization(),
    new SequentialAwaitInLoop(),
    new StringConcatInLoop(),
    new TensorCatInLoop(),
    new UnboundedQueue()
  );

  private PythonRules() {}
}
