package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one guard through the code in which it can be alive, in the order in which that code runs: branches are joined, loops are
 * walked until nothing changes, moves hand the guard to another owner. What it finds are the places that suspend the task while the
 * guard may be alive.
 */
final class GuardFlow {

  private final SyntaxNode guard;
  private final Owner firstOwner;
  private final Jumps jumps = new Jumps();
  private final Set<SyntaxNode> suspensions = new LinkedHashSet<>();
  private final Set<SyntaxNode> work = new LinkedHashSet<>();
  private final Set<Owner.Variable> variables = new LinkedHashSet<>();
  private @Nullable Owner lastFilled;

  private GuardFlow(SyntaxNode guard, Owner firstOwner) {
    this.guard = guard;
    this.firstOwner = firstOwner;
    remember(firstOwner);
  }

  /** Follows the guard of an acquisition that has an owner. */
  static Guard follow(Acquisition acquisition, Owner owner) {
    GuardFlow flow = new GuardFlow(acquisition.guard(), owner);
    SyntaxNode root = owner.scope();
    while (true) {
      Alive end = flow.walk(root, Alive.NOWHERE);
      SyntaxNode inner = root;
      Owner escaped = end
        .owners()
        .stream()
        .filter(later -> later.scope().index() < inner.index())
        .findFirst()
        .orElse(null);
      if (escaped == null) {
        return new Guard(
          acquisition,
          owner,
          List.copyOf(flow.suspensions),
          List.copyOf(flow.work),
          List.copyOf(flow.variables)
        );
      }
      root = escaped.scope();
    }
  }

  private void remember(Owner owner) {
    if (owner instanceof Owner.Variable variable) {
      variables.add(variable);
    }
  }

  private Alive walk(@Nullable SyntaxNode node, Alive before) {
    if (node == null || !before.reachable()) {
      return before;
    }
    Alive after = switch (node.kind()) {
      case "identifier" -> use(node, before);
      case "block" -> block(node, before);
      case "let_declaration" -> let(node, before);
      case "if_expression" -> branch(node, before);
      case "match_expression" -> match(node, before);
      case "loop_expression", "while_expression", "for_expression" -> loop(node, before);
      case "return_expression", "break_expression", "continue_expression" -> jump(node, before);
      case "assignment_expression" -> assignment(node, before);
      case "await_expression" -> suspend(node, children(node, before));
      case "macro_invocation" -> macro(node, record(node, before, work));
      case "call_expression" -> record(node, children(node, before), work);
      case "closure_expression", "async_block" -> capture(node, before);
      case
        "scoped_identifier",
        "function_item",
        "impl_item",
        "mod_item",
        "struct_item",
        "enum_item",
        "use_declaration",
        "const_item",
        "static_item",
        "line_comment",
        "block_comment" -> before;
      default -> children(node, before);
    };
    if (node.equals(guard) && after.reachable()) {
      lastFilled = firstOwner;
      after = after.with(firstOwner);
    }
    return after.after(node);
  }

  private Alive children(SyntaxNode node, Alive before) {
    Alive state = before;
    for (SyntaxNode child : node.namedChildren()) {
      state = walk(child, state);
    }
    return state;
  }

  private static Alive record(SyntaxNode done, Alive state, Set<SyntaxNode> kept) {
    if (state.reachable() && state.isAlive()) {
      kept.add(done);
    }
    return state;
  }

  private Alive suspend(SyntaxNode point, Alive state) {
    return record(point, state, suspensions);
  }

  private Alive use(SyntaxNode identifier, Alive before) {
    Owner.Variable owner = ownerNamed(identifier, before);
    if (owner == null) {
      return before;
    }
    return switch (Ownership.ofUse(identifier)) {
      case Destination.Fate.STAYS -> before;
      case Destination.Fate.GONE -> before.without(owner);
      case Owner next -> {
        remember(next);
        lastFilled = next;
        yield before.without(owner).with(next);
      }
    };
  }

  private static Owner.@Nullable Variable ownerNamed(SyntaxNode identifier, Alive state) {
    for (Owner owner : state.owners()) {
      if (owner instanceof Owner.Variable variable && identifier.textIs(variable.name().text())) {
        SyntaxNode declared = PatternNames.declarationOf(identifier);
        return variable.name().equals(declared) ? variable : null;
      }
    }
    return null;
  }

  private Alive block(SyntaxNode block, Alive before) {
    SyntaxNode label = block.firstChild("label");
    if (label == null) {
      return children(block, before);
    }
    Jumps.Target target = jumps.enter(block, label);
    Alive end = children(block, before).outOf(block);
    jumps.leave();
    return end.or(target.broken());
  }

  private Alive let(SyntaxNode declaration, Alive before) {
    Alive matched = walk(declaration.field("value"), before);
    SyntaxNode otherwise = declaration.field("alternative");
    if (otherwise != null) {
      Alive refuted = matched.after(declaration);
      if (firstOwner instanceof Owner.Variable variable && declaration.contains(variable.name())) {
        refuted = refuted.without(variable);
      }
      matched = matched.or(walk(otherwise, refuted));
    }
    return matched;
  }

  private record Branches(Alive whenTrue, Alive whenFalse) {}

  private Branches condition(@Nullable SyntaxNode condition, Alive before) {
    if (condition == null) {
      return new Branches(before, before);
    }
    if (condition.is("let_chain")) {
      Alive whenTrue = before;
      Alive whenFalse = Alive.UNREACHABLE;
      for (SyntaxNode link : condition.namedChildren()) {
        Alive tested = walk(link, whenTrue);
        whenFalse = whenFalse.or(tested);
        whenTrue = tested;
      }
      return new Branches(whenTrue, whenFalse);
    }
    Alive tested = condition.is("let_condition") ? walk(condition.field("value"), before) : walk(condition, before);
    return new Branches(tested, tested);
  }

  private Alive branch(SyntaxNode branching, Alive before) {
    Branches branches = condition(branching.field("condition"), before);
    Alive then = walk(branching.field("consequence"), branches.whenTrue()).after(branching);
    Alive otherwise = walk(branching.field("alternative"), branches.whenFalse().after(branching));
    return then.or(otherwise);
  }

  private Alive match(SyntaxNode match, Alive before) {
    Alive scrutinised = walk(match.field("value"), before);
    Alive end = Alive.UNREACHABLE;
    SyntaxNode body = match.field("body");
    for (SyntaxNode arm : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
      if (arm.is("match_arm")) {
        Alive entered = enterArm(match, arm, scrutinised);
        SyntaxNode pattern = arm.field("pattern");
        Alive guarded = pattern == null ? entered : walk(pattern.field("condition"), entered);
        end = end.or(walk(arm.field("value"), guarded).after(arm));
      }
    }
    return end;
  }

  private Alive enterArm(SyntaxNode match, SyntaxNode arm, Alive scrutinised) {
    Owner scrutinee = new Owner.Scrutinee(match);
    if (!scrutinised.owners().contains(scrutinee)) {
      return scrutinised;
    }
    Alive released = scrutinised.without(scrutinee);
    if (!(Ownership.inArm(match, arm) instanceof Owner owner)) {
      return released;
    }
    remember(owner);
    return released.with(owner);
  }

  private Alive loop(SyntaxNode loop, Alive before) {
    Alive entry = before;
    if (loop.is("for_expression")) {
      entry = record(loop, walk(loop.field("value"), entry), work);
    }
    Jumps.Target target = jumps.enter(loop, loop.firstChild("label"));
    Alive exit = Alive.UNREACHABLE;
    for (boolean changed = true; changed; ) {
      Branches branches = loop.is("while_expression")
        ? condition(loop.field("condition"), entry)
        : new Branches(entry, loop.is("for_expression") ? entry : Alive.UNREACHABLE);
      Alive turned = walk(loop.field("body"), branches.whenTrue());
      if (loop.is("while_expression")) {
        turned = turned.after(loop);
      }
      exit = branches.whenFalse().or(target.broken());
      Alive next = entry.or(turned).or(target.continued());
      changed = !next.equals(entry);
      entry = next;
    }
    jumps.leave();
    return exit;
  }

  private Alive jump(SyntaxNode jump, Alive before) {
    Alive state = children(jump, before);
    if (state.reachable() && !jump.is("return_expression")) {
      jumps.record(jump, state);
    }
    return Alive.UNREACHABLE;
  }

  private Alive assignment(SyntaxNode assignment, Alive before) {
    lastFilled = null;
    Alive state = walk(assignment.field("right"), before);
    SyntaxNode left = assignment.field("left");
    if (left == null || !left.is("identifier")) {
      return walk(left, state);
    }
    Owner.Variable overwritten = ownerNamed(left, state);
    return overwritten == null || overwritten.equals(lastFilled) ? state : state.without(overwritten);
  }

  /** A closure or async block runs later: its awaits are not this task's, but what it captures by value is gone. */
  private Alive capture(SyntaxNode capturing, Alive before) {
    boolean byMove = capturing.firstChild("move") != null;
    Alive state = before;
    for (SyntaxNode node : capturing.descendants()) {
      if (node.is("identifier") && !PatternNames.isDeclaration(node)) {
        Owner.Variable owner = ownerNamed(node, state);
        if (owner != null && (byMove || Ownership.ofUse(node) != Destination.Fate.STAYS)) {
          state = state.without(owner);
        }
      }
    }
    return state;
  }

  private Alive macro(SyntaxNode invocation, Alive before) {
    MacroTokens tokens = MacroTokens.of(invocation);
    Alive state = before;
    if (tokens.awaitsArguments()) {
      suspend(invocation, state);
    }
    for (SyntaxNode await : tokens.awaits()) {
      suspend(await, state);
    }
    for (SyntaxNode dropped : tokens.dropped()) {
      Owner.Variable owner = ownerNamed(dropped, state);
      if (owner != null) {
        state = state.without(owner);
      }
    }
    return tokens.diverges() ? Alive.UNREACHABLE : state;
  }
}
