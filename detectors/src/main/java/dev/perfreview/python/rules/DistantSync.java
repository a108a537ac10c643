package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.HostSync;
import dev.perfreview.python.effects.SyncExcuses;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.rule.Finding;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;

/**
 * A call of a function of the workspace that waits for the device where nobody is told of it: in a function that is named for the copy or the wait, so that
 * its callers decide, or in one that reads what it is given, which only the caller shows to be on the device. All other functions that wait are told where they
 * do, as loud as the hottest of their callers.
 *
 * @param sync the call as a wait
 * @param chain how it comes to the wait
 */
record DistantSync(HostSync sync, Chain chain) {
  /** What a call waits for in a function of the workspace. */
  static Optional<DistantSync> of(SyntaxNode call, PythonModel model) {
    return ofArgument(call, model)
      .or(() -> ofPurpose(call, model))
      .map(chain -> new DistantSync(new HostSync(call, reasonOf(chain), Residence.DEVICE), chain));
  }

  private static Optional<Chain> ofArgument(SyntaxNode call, PythonModel model) {
    return model
      .calls()
      .dependentEffect(Effect.SYNCS_GPU, call)
      .filter(chain -> {
        EffectFacts.Parameter parameter = chain.effect().parameter();
        SyntaxNode argument =
          parameter == null ? null : Arguments.of(call).parameter(parameter.place(), parameter.name());
        TensorValue given = model.tensors().valueOf(argument);
        return given.isTensor() && given.residence() == Residence.DEVICE;
      });
  }

  private static Optional<Chain> ofPurpose(SyntaxNode call, PythonModel model) {
    return SyncExcuses.isNamedForWait(nameOf(call))
      ? model.calls().chainTo(Effect.SYNCS_GPU, call).filter(DistantSync::isLeftToCallers)
      : Optional.empty();
  }

  private static String nameOf(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode attribute = function == null ? null : function.field("attribute");
    SyntaxNode name = attribute == null ? function : attribute;
    return name == null || !name.is("identifier") ? "" : name.text();
  }

  /** Whether no function on the way is one whose own line is found. */
  private static boolean isLeftToCallers(Chain chain) {
    return chain
      .functions()
      .stream()
      .allMatch(place -> SyncExcuses.isNamedForWait(place.function().simpleName()));
  }

  private static String reasonOf(Chain chain) {
    return "gets to `%s`, which %s".formatted(chain.effect().code(), chain.effect().does());
  }

  /** A finding of this wait with the way to it as evidence. */
  Finding withWay(Finding finding) {
    Finding told = finding;
    for (Chain.Link link : chain.links()) {
      told = told.withEvidence(ChainStep.of(link, sync.node()));
    }
    return told;
  }
}
