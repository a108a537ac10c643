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
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A channel without a bound: what the receiver does not keep up with stays in memory, and nothing slows the sender down. */
public final class UnboundedChannel implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "unbounded-channel",
    Language.RUST,
    "a channel without a bound, which grows when its receiver does not keep up",
    Cost.GROWTH,
    FixAvailability.NONE,
    Set.of("call_expression")
  );

  /** The functions that make a channel without a bound, by full path. */
  private static final Set<String> CONSTRUCTORS = Set.of(
    "async_channel::unbounded",
    "crossbeam::channel::unbounded",
    "crossbeam_channel::unbounded",
    "flume::unbounded",
    "futures::channel::mpsc::unbounded",
    "futures_channel::mpsc::unbounded",
    "std::sync::mpsc::channel",
    "tokio::sync::mpsc::unbounded_channel"
  );

  private static final Set<String> NAMES = Set.of("channel", "unbounded", "unbounded_channel");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String name = Calls.nameOf(call);
    SyntaxNode function = name == null || !NAMES.contains(name) ? null : Calls.functionOf(call);
    String path = function == null ? null : model.fullPathOf(function);
    boolean makes = path != null && (CONSTRUCTORS.contains(path) || path.endsWith("unbounded_channel"));
    ChannelUse use = makes ? ChannelUse.of(call) : null;
    if (use == null || use.isSignal() || use.isFinite() || use.followsAnother()) {
      return;
    }
    List<SyntaxNode> sends = use.sendPlaces(model);
    if (sends.stream().anyMatch(ChannelUse::cannotPileUp)) {
      return;
    }
    SyntaxNode send = sends.isEmpty() ? null : sends.getFirst();
    String message =
      "`" +
      name +
      "` makes a channel without a bound: when `" +
      use.receiver() +
      "` falls behind, what is sent stays in memory and nothing slows the sender down";
    Finding finding = Finding.at(call, message);
    if (use.isOfOneCall()) {
      finding = finding.withCost(Cost.OVERHEAD);
    } else if (send != null && !isForTests(call, model)) {
      finding = finding.withHeatAt(send);
    }
    if (use.isOfOneCall() || RequestFunctions.holds(call, model) || isHandedOut(call)) {
      // It holds what belongs to one request at most.
      finding = finding.withCertainty(Certainty.SMALL);
    }
    findings.accept(send == null ? finding : finding.withEvidence(Evidence.at(send, "sent here")));
  }

  /** Whether a method makes the channel for whoever calls it: {@code fn subscribe(&self) -> UnboundedSender<…>}. */
  private static boolean isHandedOut(SyntaxNode call) {
    SyntaxNode function = call.enclosing("function_item");
    SyntaxNode returned = function == null ? null : function.field("return_type");
    return returned != null && returned.text().contains("Sender");
  }

  private static boolean isForTests(SyntaxNode call, RustModel model) {
    String cold = model.placementOf(call).cold();
    return cold != null && cold.contains("test");
  }
}
