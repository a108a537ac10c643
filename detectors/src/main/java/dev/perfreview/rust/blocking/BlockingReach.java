package dev.perfreview.rust.blocking;

import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which functions of a file block the thread that calls them, themselves or through other functions of the file. */
public final class BlockingReach {

  /** How many functions deep a blocking call is looked for. */
  private static final int DEEPEST = 6;

  private final RustModel model;
  private final BlockingCalls calls;
  private final Map<SyntaxNode, Optional<Reached>> known = new HashMap<>();

  /** Prepares to ask about the functions of a file. */
  public BlockingReach(RustModel model, BlockingCalls calls) {
    this.model = model;
    this.calls = calls;
  }

  /**
   * How a function gets to block.
   *
   * @param operation what it waits for
   * @param path the calls on the way, each made by the function that the one before calls; the last blocks
   */
  public record Reached(BlockingOperation operation, List<SyntaxNode> path) {
    public Reached {
      path = List.copyOf(path);
    }
  }

  /** How a call of a function of this file comes to block; nothing when it calls none that does, or one that is async. */
  public @Nullable Reached of(SyntaxNode call) {
    return throughCall(call, 0);
  }

  private @Nullable Reached throughCall(SyntaxNode call, int depth) {
    SyntaxNode parent = call.parent();
    if (depth >= DEEPEST || (parent != null && parent.is("await_expression"))) {
      return null;
    }
    SyntaxNode function = model.functionCalled(call);
    return function == null || model.isAsync(function) ? null : within(function, depth);
  }

  private @Nullable Reached within(SyntaxNode function, int depth) {
    Optional<Reached> before = known.get(function);
    if (before != null) {
      return before.orElse(null);
    }
    known.put(function, Optional.empty());
    Reached worst = null;
    for (SyntaxNode node : function.descendants()) {
      if (!node.is("call_expression") || !function.equals(model.functionRunning(node))) {
        continue;
      }
      Reached reached = at(node, depth);
      boolean worse = worst == null || (reached != null && reached.operation().compareTo(worst.operation()) < 0);
      if (reached != null && worse && model.placementOf(node).cold() == null) {
        worst = reached;
      }
    }
    known.put(function, Optional.ofNullable(worst));
    return worst;
  }

  private @Nullable Reached at(SyntaxNode call, int depth) {
    BlockingOperation operation = calls.of(call);
    if (operation != null) {
      return new Reached(operation, List.of(call));
    }
    Reached further = throughCall(call, depth + 1);
    if (further == null) {
      return null;
    }
    List<SyntaxNode> path = new ArrayList<>();
    path.add(call);
    path.addAll(further.path());
    return new Reached(further.operation(), path);
  }
}
