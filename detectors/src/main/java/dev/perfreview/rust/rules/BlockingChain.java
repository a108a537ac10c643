package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.blocking.BlockingOperation;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;

/** A call on an async runtime's thread of a function of another file that comes to a blocking call, perhaps through others. */
final class BlockingChain {

  private BlockingChain() {}

  static Optional<Finding> findingAt(SyntaxNode call, String name, BlockingSeverity severity, RustModel model) {
    SyntaxNode parent = call.parent();
    if (parent != null && parent.is("await_expression")) {
      return Optional.empty();
    }
    Optional<Chain> stalls = model.chainTo(Effect.BLOCKS, call);
    Optional<Chain> chain = stalls.isPresent() ? stalls : model.chainTo(Effect.BLOCKS_BRIEFLY, call);
    return chain.map(found ->
      describe(call, name, found)
        .withCost(stalls.isPresent() ? Cost.STALL : Cost.CONTENTION)
        .withCertainty(
          severity.of(call, BlockingOperation.usesFiles(found.effect().does()), found.functions().getFirst())
        )
    );
  }

  private static Finding describe(SyntaxNode call, String name, Chain chain) {
    Finding finding = Finding.at(
      call,
      "`%s` gets to `%s`, which %s on a thread of the async runtime, so no other task runs on it meanwhile".formatted(
        name,
        chain.effect().code(),
        chain.effect().does()
      )
    ).withCause(chain.cause());
    for (Chain.Link link : chain.links()) {
      finding = finding.withEvidence(ChainStep.of(link, call));
    }
    return finding;
  }
}
