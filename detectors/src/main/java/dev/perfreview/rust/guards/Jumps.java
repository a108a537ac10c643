package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Collects what holds at the {@code break}s and {@code continue}s of the loops and labelled blocks around a point. */
final class Jumps {

  private final Deque<Target> targets = new ArrayDeque<>();

  /** A loop or labelled block that can be jumped out of. */
  static final class Target {

    private final SyntaxNode node;
    private final @Nullable String label;
    private Alive broken = Alive.UNREACHABLE;
    private Alive continued = Alive.UNREACHABLE;

    private Target(SyntaxNode node, @Nullable String label) {
      this.node = node;
      this.label = label;
    }

    /** What holds after the jumps out of it. */
    Alive broken() {
      return broken;
    }

    /** What holds where the jumps to its next turn arrive. */
    Alive continued() {
      return continued;
    }
  }

  Target enter(SyntaxNode node, @Nullable SyntaxNode label) {
    Target target = new Target(node, label == null ? null : label.text());
    targets.push(target);
    return target;
  }

  void leave() {
    targets.pop();
  }

  /** Notes what holds at a {@code break} or {@code continue}; one whose target lies outside the code that is followed leads nowhere. */
  void record(SyntaxNode jump, Alive state) {
    Target target = targetOf(jump);
    if (target == null) {
      return;
    }
    if (jump.is("break_expression")) {
      target.broken = target.broken.or(state.outOf(target.node));
    } else {
      SyntaxNode body = target.node.field("body");
      target.continued = target.continued.or(state.outOf(body == null ? target.node : body));
    }
  }

  private @Nullable Target targetOf(SyntaxNode jump) {
    SyntaxNode label = jump.firstChild("label");
    for (Target target : targets) {
      boolean named = label == null ? !target.node.is("block") : label.text().equals(target.label);
      if (named) {
        return target;
      }
    }
    return null;
  }
}
