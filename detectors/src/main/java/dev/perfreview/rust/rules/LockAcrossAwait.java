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
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.rust.guards.AllowedLints;
import dev.perfreview.rust.guards.AsyncHold;
import dev.perfreview.rust.guards.EarlierDrop;
import dev.perfreview.rust.guards.Guard;
import dev.perfreview.rust.guards.HoistedValue;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.rust.guards.Owner;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Guards of locks that are alive while their task waits. Reported where the task waits, since how often that happens is what the hold
 * costs; one finding a guard.
 */
public final class LockAcrossAwait implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "lock-across-await",
    Language.RUST,
    "a lock is held while its task waits, so that all others wait too",
    Cost.CONTENTION,
    FixAvailability.SOMETIMES,
    Set.of("source_file")
  );

  /** How many more awaits under the same guard are shown as evidence. */
  private static final int MORE_AWAITS = 3;

  private static final int COMMENT_LINES_ABOVE = 2;
  private static final Set<String> LOCKS = Set.of("lock", "read", "write");
  private static final Pattern TAKES_AWAY = Pattern.compile("= None\\b|\\.take\\(\\)");
  private static final Pattern SPEAKS_OF_LOCK = Pattern.compile(
    "(?i)//(?!\\s*perf:).*\\b(lock(s|ed|ing)?|guard|hold(s|ing)?|held|atomic(ally)?|race|seriali[sz]ed?|exclusive(ly)?)\\b"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode file, RustModel model, Consumer<Finding> findings) {
    Acquisitions acquisitions = new Acquisitions(model);
    for (SyntaxNode node : file.descendants()) {
      if (Acquisitions.mayAcquire(node) && model.coroutineAround(node) != null) {
        Acquisition acquisition = acquisitions.of(node);
        Guard guard = acquisition == null ? null : Guard.of(acquisition);
        if (guard != null && !guard.suspensions().isEmpty()) {
          check(guard, model, findings);
        }
      }
    }
  }

  private static void check(Guard guard, RustModel model, Consumer<Finding> findings) {
    boolean async = guard.acquisition().family() == LockFamily.ASYNC;
    SyntaxNode deadlock = async ? guard.selfDeadlock() : null;
    if (deadlock != null && isFirst(guard, deadlock)) {
      return;
    }
    if (deadlock != null) {
      String message =
        holder(guard) + " " + held(guard) + " at this `.await`, which waits for the same lock and never gets it";
      findings.accept(Finding.at(pointOf(deadlock), message).withCost(Cost.STALL).withEvidence(takenAt(guard)));
      return;
    }
    AsyncHold hold = async ? AsyncHold.of(guard) : AsyncHold.NEEDLESS;
    if (hold == AsyncHold.ON_PURPOSE || (!async && isAllowed(guard))) {
      return;
    }
    List<SyntaxNode> suspensions = guard.suspensions();
    SyntaxNode reported = suspensions
      .stream()
      .filter(suspension -> model.placementOf(suspension).cold() == null)
      .findFirst()
      .orElse(suspensions.getFirst());
    Finding finding = Finding.at(pointOf(reported), message(guard, hold, reported))
      .withCost(async ? Cost.CONTENTION : Cost.STALL)
      .withEvidence(takenAt(guard));
    for (SyntaxNode other : suspensions
      .stream()
      .filter(point -> !point.equals(reported))
      .limit(MORE_AWAITS)
      .toList()) {
      finding = finding.withEvidence(Evidence.at(pointOf(other), "it is held here too"));
    }
    // Readers do not wait for each other, but for a writer who waits until a request has been answered.
    SyntaxNode call = reported.is("await_expression") ? AwaitedCall.of(reported) : null;
    RemoteCalls.Certainty waits = call == null ? RemoteCalls.Certainty.POSSIBLE : new RemoteCalls(model).of(call);

    boolean readers =
      hold == AsyncHold.FOR_ELEMENT && !guard.acquisition().exclusive() && waits != RemoteCalls.Certainty.CERTAIN;
    boolean brief = hold == AsyncHold.NEEDLESS && call != null && LOCKS.contains(String.valueOf(Calls.nameOf(call)));
    boolean again = waits != RemoteCalls.Certainty.CERTAIN && isMadeAgain(guard);
    boolean forWhile = hold == AsyncHold.MAKES_VALUE && (again || !isLastingMaker(guard, model));
    if (async && (readers || brief || forWhile || isMeant(guard, reported))) {
      finding = finding.withCertainty(Certainty.SMALL);
    }
    findings.accept(finding.withFix(HoistedValue.of(guard)).withFix(EarlierDrop.of(guard, reported)));
  }

  /** Whether the lock is waited for only where the guard is not held yet: {@code if guard.is_none() { guard = Some(lock.lock().await); }}. */
  private static boolean isFirst(Guard guard, SyntaxNode suspension) {
    SyntaxNode branch = suspension.enclosing("if_expression");
    SyntaxNode condition = branch == null ? null : branch.field("condition");
    return (
      condition != null &&
      guard.owner() instanceof Owner.Variable variable &&
      condition.text().contains(variable.name().text() + ".is_none()")
    );
  }

  /** Whether the value is kept in an object, and made for whoever asks first rather than when something is set up. */
  private static boolean isLastingMaker(Guard guard, RustModel model) {
    boolean kept = guard.acquisition().lock().text().contains(".");
    return kept && !RequestFunctions.isSetUp(guard.acquisition().call(), model);
  }

  /** Whether another function takes the value away again, so that it is not made once for all. */
  private static boolean isMadeAgain(Guard guard) {
    SyntaxNode taken = guard.acquisition().call();
    SyntaxNode own = taken.enclosing("function_item");
    String call = taken.text();
    return taken
      .snapshot()
      .root()
      .streamDescendants()
      .filter(node -> node.is("call_expression") && node.textIs(call))
      .map(node -> node.enclosing("function_item"))
      .anyMatch(function -> function != null && !function.equals(own) && TAKES_AWAY.matcher(function.text()).find());
  }

  /** Whether a comment between the guard and what is awaited under it, or right above either, speaks of the lock. */
  private static boolean isMeant(Guard guard, SyntaxNode suspension) {
    SyntaxNode taken = guard.acquisition().call();
    SyntaxNode function = taken.enclosing("function_item");
    if (function == null) {
      return false;
    }
    int first = taken.line() - COMMENT_LINES_ABOVE;
    return function
      .streamDescendants()
      .filter(node -> node.is("line_comment") && node.line() >= first && node.line() <= suspension.line())
      .anyMatch(comment -> SPEAKS_OF_LOCK.matcher(comment.text()).find());
  }

  private static Evidence takenAt(Guard guard) {
    return Evidence.at(guard.acquisition().call(), "the guard is taken here");
  }

  private static boolean isAllowed(Guard guard) {
    String lint =
      guard.acquisition().family() == LockFamily.REF_CELL ? "await_holding_refcell_ref" : "await_holding_lock";
    return AllowedLints.isAllowed(guard.acquisition().call(), "clippy::" + lint);
  }

  /** What of a suspension is marked: the word {@code await}, or the name of the macro that awaits. */
  private static SyntaxNode pointOf(SyntaxNode suspension) {
    SyntaxNode token = suspension.firstChild("await");
    SyntaxNode macro = suspension.field("macro");
    return token != null ? token : macro != null ? macro : suspension;
  }

  private static String message(Guard guard, AsyncHold hold, SyntaxNode suspension) {
    String point = suspension.is("macro_invocation") ? "`" + pointOf(suspension).text() + "!`" : "`.await`";
    return (
      holder(guard) +
      " " +
      held(guard) +
      " across this " +
      point +
      "; " +
      consequence(guard.acquisition().family(), hold)
    );
  }

  private static String holder(Guard guard) {
    if (guard.owner() instanceof Owner.Variable variable) {
      return "`" + variable.name().text() + "`";
    }
    SyntaxNode construct = guard
      .acquisition()
      .guard()
      .enclosing(
        "match_expression",
        "if_expression",
        "while_expression",
        "for_expression",
        "let_declaration",
        "expression_statement",
        "block"
      );
    return switch (construct == null ? "" : construct.kind()) {
      case "match_expression" -> "the guard in the head of the `match`";
      case "if_expression" -> "the guard in the head of the `if let`";
      case "while_expression" -> "the guard in the head of the `while let`";
      case "for_expression" -> "the guard in the head of the `for`";
      default -> "a temporary guard";
    };
  }

  private static String held(Guard guard) {
    String lock = "`" + inline(guard.acquisition().lock()) + "`";
    return switch (guard.acquisition().family()) {
      case STD, PARKING_LOT, ASYNC -> "keeps " + lock + " locked";
      case REF_CELL, WATCH -> "keeps " + lock + " borrowed";
      case DASH_MAP -> "keeps a shard of " + lock + " locked";
    };
  }

  private static String consequence(LockFamily family, AsyncHold hold) {
    return switch (family) {
      case STD, PARKING_LOT -> "a thread that waits for the lock meanwhile runs no other task";
      case DASH_MAP -> "a thread that needs that shard meanwhile runs no other task";
      case REF_CELL -> "another task that borrows it meanwhile panics";
      case WATCH -> "a thread that sends the next value meanwhile runs no other task";
      case ASYNC -> switch (hold) {
        case MAKES_VALUE -> "every other task waits until the value is made, which a `OnceCell` makes once and reads without a lock";
        case FOR_ELEMENT -> "tasks that need other elements wait too, which a clone of this one would spare them";
        case NEEDLESS, ON_PURPOSE -> "every other task that needs the lock waits for it";
      };
    };
  }

  /** The source of a node on one line. */
  private static String inline(SyntaxNode node) {
    return node.text().replaceAll("\\s*\\n\\s*", "");
  }
}
