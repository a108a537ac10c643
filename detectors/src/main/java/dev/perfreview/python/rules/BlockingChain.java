package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.BlockingEffects;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A call on the event loop of a function of the workspace that comes to a blocking call, perhaps through others. */
final class BlockingChain {

  private static final Pattern SET_UP = Pattern.compile(
    "_*(load_(.*_)?models?|init|initialize|setup|set_up|launch|install|shutdown|terminate|kill)(_.*)?"
  );

  /** Where tests are: what stands in for something there is not what a server calls. */
  private static final Pattern TEST = Pattern.compile("(.*/)?tests?/.*");

  private BlockingChain() {}

  static Optional<Finding> findingAt(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode parent = call.parent();
    if (parent != null && parent.is("await")) {
      return Optional.empty();
    }
    Optional<Chain> stalls = chainTo(Effect.BLOCKS, call, model);
    Optional<Chain> chain = stalls.isPresent() ? stalls : chainTo(Effect.BLOCKS_BRIEFLY, call, model);
    return chain.map(found ->
      describe(call, function, found).withCost(stalls.isPresent() ? Cost.STALL : Cost.CONTENTION)
    );
  }

  /** The finding for a call of a function that computes for long, unless one comes to a blocking call as well. */
  static Optional<Finding> toHeavyWork(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode parent = call.parent();
    if (parent != null && parent.is("await")) {
      return Optional.empty();
    }
    Optional<Chain> chain = chainTo(Effect.CPU_HEAVY, call, model);
    return chain.isPresent() && !isOfStopWords(chain.get()) && findingAt(call, function, model).isEmpty()
      ? chain.map(found -> describe(call, function, found))
      : Optional.empty();
  }

  private static Optional<Chain> chainTo(Effect effect, SyntaxNode call, PythonModel model) {
    return model
      .calls()
      .chainTo(effect, call)
      .filter(
        chain -> TEST.matcher(model.path()).matches() || chain.functions().stream().noneMatch(BlockingChain::isOfTest)
      );
  }

  private static boolean isOfTest(FunctionPlace place) {
    return TEST.matcher(place.file().path()).matches();
  }

  /** Whether what is tokenized on the way are the few letters that end an answer. */
  private static boolean isOfStopWords(Chain chain) {
    return chain
      .functions()
      .stream()
      .anyMatch(place -> place.function().simpleName().contains("stop_word"));
  }

  /** Whether a function on the way by its name is for what is done once in a while, such as loading a model. */
  private static boolean isForSetUp(FunctionPlace place) {
    return SET_UP.matcher(place.function().simpleName()).matches();
  }

  private static Finding describe(SyntaxNode call, SyntaxNode function, Chain chain) {
    StringBuilder way = new StringBuilder("it calls");
    for (FunctionPlace through : chain.functions().subList(1, chain.functions().size())) {
      way.append(" `").append(through.function().simpleName()).append("`, which calls");
    }
    Finding finding = Finding.at(
      call,
      "`%s` holds up the event loop and all its coroutines: %s `%s`, which %s".formatted(
        BlockingEffects.shortened(function.text()),
        way,
        chain.effect().code(),
        chain.effect().does()
      )
    ).withCause(chain.cause());
    if (chain.functions().stream().anyMatch(BlockingChain::isForSetUp)) {
      finding = finding.withCertainty(Certainty.SMALL);
    }
    for (Chain.Link link : chain.links()) {
      finding = finding.withEvidence(ChainStep.of(link, function));
    }
    return finding;
  }
}
