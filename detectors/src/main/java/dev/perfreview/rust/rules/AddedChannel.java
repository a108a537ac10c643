package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A channel made each time a path that serves runs. */
public final class AddedChannel implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-channel",
    Language.RUST,
    "a channel made on a hot path",
    Cost.ALLOCATION,
    FixAvailability.NONE,
    Set.of("call_expression")
  )
    .about(Concern.MEMORY, Concern.ALLOCATION)
    .onlyInChanges();

  private static final Set<String> NAMES = Set.of(
    "bounded",
    "channel",
    "sync_channel",
    "unbounded",
    "unbounded_channel"
  );

  /** The functions that make a channel for more than one message, by full path. */
  private static final Set<String> CONSTRUCTORS = Set.of(
    "async_channel::bounded",
    "async_channel::unbounded",
    "crossbeam_channel::bounded",
    "crossbeam_channel::unbounded",
    "flume::bounded",
    "flume::unbounded",
    "futures::channel::mpsc::channel",
    "futures::channel::mpsc::unbounded",
    "std::sync::mpsc::channel",
    "std::sync::mpsc::sync_channel",
    "tokio::sync::broadcast::channel",
    "tokio::sync::mpsc::channel",
    "tokio::sync::mpsc::unbounded_channel"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String name = Calls.nameOf(call);
    SyntaxNode function = name == null || !NAMES.contains(name) ? null : Calls.functionOf(call);
    String path = function == null ? null : model.fullPathOf(function);
    if (function == null || path == null || !CONSTRUCTORS.contains(path) || SetUp.holds(call, model)) {
      return;
    }
    boolean unbounded = name != null && (name.startsWith("unbounded") || path.equals("std::sync::mpsc::channel"));
    String message = unbounded
      ? "makes a channel without a bound each time, which holds all that its receiver has not taken yet"
      : "makes a channel each time, whose messages stay in memory as long as its receiver is behind";
    findings.accept(Finding.at(function, "`" + function.text() + "` " + message).withCertainty(Certainty.PRESUMED));
  }
}
