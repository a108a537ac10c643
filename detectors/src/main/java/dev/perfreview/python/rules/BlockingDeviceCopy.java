package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.SyncExcuses;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A copy to the device that the host stands still for. */
public final class BlockingDeviceCopy implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "blocking-device-copy",
    Language.PYTHON,
    "a copy from the host to the GPU that blocks: `torch.tensor(list, device=…)`, `.to(device)` without `non_blocking`",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("call", "subscript")
  ).about(Concern.BLOCKING, Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** One copy in a function that is named for a step is mostly of little and once a request; each turn of a loop makes many. */
  private static Certainty certaintyAt(SyntaxNode node) {
    Certainty ofStep = InferenceSteps.certaintyAt(node);
    return ofStep == Certainty.SHOWN && Loops.around(node).isEmpty() ? Certainty.SHOWN_QUIET_ELSEWHERE : ofStep;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<DeviceCopy> found = node.is("call") ? DeviceCopy.ofCall(node, model) : DeviceCopy.ofSubscript(node, model);
    found
      .filter(copy -> !SyncExcuses.excuse(copy.node()))
      .ifPresent(copy ->
        findings.accept(
          Finding.at(
            node,
            "`%s` %s: the host waits until the copy is done".formatted(SourceQuote.of(node), copy.reason())
          )
            .withCertainty(copy.residence() == Residence.DEVICE ? certaintyAt(node) : Certainty.PRESUMED)
            .withCause("copies from " + CopyRow.beginOf(node, model))
            .withFix(copy.fix())
        )
      );
  }
}
