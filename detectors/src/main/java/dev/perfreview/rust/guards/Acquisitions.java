package dev.perfreview.rust.guards;

import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.guards.LockType.Form;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the expressions of a file that take locks. A call counts when the file tells that its receiver is a lock, or when nothing but a
 * lock is called like that ({@code x.lock().unwrap()}, {@code x.lock().await}).
 */
public final class Acquisitions {

  private static final Map<Form, Set<String>> SHARED = Map.of(
    Form.MUTEX,
    Set.of(),
    Form.RW_LOCK,
    Set.of(
      "read",
      "try_read",
      "read_owned",
      "try_read_owned",
      "blocking_read",
      "read_arc",
      "read_recursive",
      "upgradable_read"
    ),
    Form.CELL,
    Set.of("borrow", "try_borrow"),
    Form.WATCH,
    Set.of("borrow", "borrow_and_update"),
    Form.MAP,
    Set.of("get", "try_get", "iter")
  );

  private static final Map<Form, Set<String>> EXCLUSIVE = Map.of(
    Form.MUTEX,
    Set.of(
      "lock",
      "try_lock",
      "lock_owned",
      "try_lock_owned",
      "blocking_lock",
      "lock_arc",
      "try_lock_for",
      "try_lock_until"
    ),
    Form.RW_LOCK,
    Set.of("write", "try_write", "write_owned", "try_write_owned", "blocking_write", "write_arc"),
    Form.CELL,
    Set.of("borrow_mut", "try_borrow_mut"),
    Form.MAP,
    Set.of("get_mut", "try_get_mut", "entry", "iter_mut")
  );

  private static final Set<String> METHODS = Stream.of(SHARED, EXCLUSIVE)
    .flatMap(methods -> methods.values().stream())
    .flatMap(Set::stream)
    .collect(Collectors.toUnmodifiableSet());

  /** What turns a {@code Result} or {@code Option} with a guard into the guard. */
  private static final Set<String> UNWRAPS = Set.of("unwrap", "expect", "unwrap_or_else", "unwrap_unchecked");

  /** What answers another {@code Result} or {@code Option} with the same guard. */
  private static final Set<String> REWRAPS = Set.of("map_err", "ok", "ok_or", "ok_or_else", "or_else");

  private final LockTypes locks;

  /** Prepares to find the acquisitions of a file. */
  public Acquisitions(RustModel model) {
    this.locks = new LockTypes(model);
  }

  /** Whether a call is of a method by whose name locks are taken; cheap to ask before {@link #of}. */
  public static boolean mayAcquire(SyntaxNode call) {
    String method = OwnedValues.methodOf(call);
    return method != null && METHODS.contains(method);
  }

  /** Whether a call is of a method that takes the lock only where nobody holds it, and so waits for nobody. */
  public static boolean isTrial(SyntaxNode call) {
    String method = OwnedValues.methodOf(call);
    return method != null && method.startsWith("try_");
  }

  /** The lock that a written type stands for, pointers to it looked through; nothing when it is none. */
  public @Nullable LockType lockOf(SyntaxNode writtenType) {
    return locks.ofWritten(writtenType);
  }

  /** What a method call takes; nothing when it takes no lock or leaves doubt. */
  public @Nullable Acquisition of(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode receiver = function == null ? null : function.field("value");
    SyntaxNode name = function == null ? null : function.field("field");
    if (receiver == null || name == null || !METHODS.contains(name.text())) {
      return null;
    }
    String method = name.text();
    Extent extent = Extent.around(call);
    LockType type = locks.of(receiver);
    if (type == null) {
      LockFamily certain = method.equals("lock") && hasNoArguments(call) ? certainByShape(extent) : null;
      type = certain == null ? null : new LockType(certain, Form.MUTEX, RustType.UNKNOWN);
    } else if (type.family() == null) {
      type = type.withFamily(byShape(extent));
    }
    if (type == null || (type.form() != Form.MAP && !hasNoArguments(call) && !method.startsWith("try_lock_"))) {
      return null;
    }
    boolean exclusive = EXCLUSIVE.getOrDefault(type.form(), Set.of()).contains(method);
    if (!exclusive && !SHARED.getOrDefault(type.form(), Set.of()).contains(method)) {
      return null;
    }
    boolean suspends =
      type.family() == LockFamily.ASYNC && !method.startsWith("try_") && !method.startsWith("blocking_");
    if (suspends != extent.awaited()) {
      return null;
    }
    boolean unwrapped = !answersWrapped(type, method) || extent.unwrapped();
    SyntaxNode guard = answersWrapped(type, method) ? extent.guard() : extent.bare();
    return new Acquisition(call, guard, receiver, type, exclusive, !unwrapped);
  }

  private static boolean hasNoArguments(SyntaxNode call) {
    SyntaxNode arguments = call.field("arguments");
    return arguments != null && arguments.namedChildren().isEmpty();
  }

  private static boolean answersWrapped(LockType type, String method) {
    return switch (type.form()) {
      case MUTEX, RW_LOCK -> type.family() == LockFamily.STD || method.startsWith("try_");
      case CELL -> method.startsWith("try_");
      case WATCH -> false;
      case MAP -> method.startsWith("get") || method.startsWith("try_");
    };
  }

  /** The family of a lock that nothing is known of, where the call leaves no doubt. */
  private static @Nullable LockFamily certainByShape(Extent extent) {
    if (extent.awaited()) {
      return extent.guard().equals(extent.bare()) ? LockFamily.ASYNC : null;
    }
    return extent.unwrapped() ? LockFamily.STD : null;
  }

  /** The family of a {@code Mutex} or {@code RwLock} from elsewhere in the project. */
  private static LockFamily byShape(Extent extent) {
    if (extent.awaited()) {
      return LockFamily.ASYNC;
    }
    return extent.unwrapped() || extent.takenApart() ? LockFamily.STD : LockFamily.PARKING_LOT;
  }

  /**
   * The expressions around a call that hand its value on.
   *
   * @param bare the call with its {@code .await}
   * @param guard the widest that still has the guard as its value
   * @param awaited whether the call is awaited
   * @param unwrapped whether {@code guard} ends with what takes it out of a {@code Result} or {@code Option}
   */
  private record Extent(SyntaxNode bare, SyntaxNode guard, boolean awaited, boolean unwrapped) {
    static Extent around(SyntaxNode call) {
      SyntaxNode parent = call.parent();
      SyntaxNode bare = parent != null && parent.is("await_expression") ? parent : call;
      boolean awaited = !bare.equals(call);
      SyntaxNode guard = bare;
      while (true) {
        SyntaxNode next = guard.parent();
        if (next != null && next.is("try_expression")) {
          return new Extent(bare, next, awaited, true);
        }
        SyntaxNode method = next == null ? null : next.field("field");
        SyntaxNode outer = next == null ? null : next.parent();
        boolean isReceiver = next != null && next.is("field_expression") && "function".equals(next.fieldName());
        if (method == null || outer == null || !isReceiver) {
          return new Extent(bare, guard, awaited, false);
        }
        if (UNWRAPS.contains(method.text())) {
          return new Extent(bare, outer, awaited, true);
        }
        if (!REWRAPS.contains(method.text())) {
          return new Extent(bare, guard, awaited, false);
        }
        guard = outer;
      }
    }

    /** Whether a pattern with {@code Ok} takes the value apart. */
    boolean takenApart() {
      SyntaxNode parent = guard.parent();
      SyntaxNode pattern = parent == null ? null : parent.field("pattern");
      boolean matched = parent != null && parent.is("match_expression") && parent.text().contains("Ok(");
      return matched || (pattern != null && pattern.text().startsWith("Ok("));
    }
  }
}
