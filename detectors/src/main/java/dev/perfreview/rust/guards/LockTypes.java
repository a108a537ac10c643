package dev.perfreview.rust.guards;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.guards.LockType.Form;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which expressions of a file are locks, by the types that the file declares and the constructors that it calls. */
final class LockTypes {

  private static final Map<String, Form> FORMS = Map.ofEntries(
    Map.entry("Mutex", Form.MUTEX),
    Map.entry("FairMutex", Form.MUTEX),
    Map.entry("ReentrantMutex", Form.MUTEX),
    Map.entry("RwLock", Form.RW_LOCK),
    Map.entry("RefCell", Form.CELL),
    Map.entry("Receiver", Form.WATCH),
    Map.entry("Sender", Form.WATCH),
    Map.entry("DashMap", Form.MAP),
    Map.entry("DashSet", Form.MAP)
  );

  /** The modules that the types are known from; {@code lock_api} is what {@code parking_lot} is made of. */
  private static final Map<String, LockFamily> MODULES = Map.ofEntries(
    Map.entry("std::sync", LockFamily.STD),
    Map.entry("std::cell", LockFamily.REF_CELL),
    Map.entry("parking_lot", LockFamily.PARKING_LOT),
    Map.entry("lock_api", LockFamily.PARKING_LOT),
    Map.entry("tokio::sync", LockFamily.ASYNC),
    Map.entry("tokio::sync::watch", LockFamily.WATCH),
    Map.entry("futures::lock", LockFamily.ASYNC),
    Map.entry("futures_util::lock", LockFamily.ASYNC),
    Map.entry("async_lock", LockFamily.ASYNC),
    Map.entry("async_std::sync", LockFamily.ASYNC),
    Map.entry("dashmap", LockFamily.DASH_MAP)
  );

  /** Types through which methods of the value within are called, by their last segment. */
  private static final Set<String> POINTERS = Set.of(
    "Arc",
    "Rc",
    "Box",
    "LazyLock",
    "Lazy",
    "LazyCell",
    "CachePadded",
    "Pin"
  );

  private static final Set<String> CONSTRUCTORS = Set.of("new", "default", "from", "const_new", "with_capacity");

  private static final int DEEPEST = 8;

  private final RustModel model;

  LockTypes(RustModel model) {
    this.model = model;
  }

  /** The lock that an expression is; nothing when the file does not tell that it is one. */
  @Nullable
  LockType of(SyntaxNode expression) {
    RustType type = typeOf(expression, 0);
    return type == null ? null : lockOf(withoutPointers(type));
  }

  /** The lock that a written type stands for; nothing when it is none. */
  @Nullable
  LockType ofWritten(SyntaxNode type) {
    return lockOf(withoutPointers(model.typeWritten(type)));
  }

  private @Nullable RustType typeOf(SyntaxNode expression, int depth) {
    RustType known = model.typeOf(expression);
    if (known != null || depth > DEEPEST) {
      return known;
    }
    return switch (expression.kind()) {
      case "identifier" -> {
        Binding binding = Bindings.find(expression.text(), expression);
        SyntaxNode value = binding != null && binding.isPlain() ? binding.declaration().field("value") : null;
        yield value == null ? null : typeOf(value, depth + 1);
      }
      case "reference_expression" -> typeOf(expression.namedChildren().getLast(), depth + 1);
      case "closure_expression" -> {
        SyntaxNode body = expression.field("body");
        yield body == null ? null : typeOf(body, depth + 1);
      }
      case "call_expression" -> ofCall(expression, depth + 1);
      default -> null;
    };
  }

  private @Nullable RustType ofCall(SyntaxNode call, int depth) {
    SyntaxNode receiver = Calls.receiverOf(call);
    String name = Calls.nameOf(call);
    if (name == null) {
      return null;
    }
    if (receiver != null) {
      return name.equals("clone") || name.equals("as_ref") ? typeOf(receiver, depth) : null;
    }
    SyntaxNode function = Calls.functionOf(call);
    SyntaxNode owner = function == null ? null : function.field("path");
    String path = owner == null ? null : model.fullPathOf(owner);
    if (path == null) {
      return null;
    }
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    boolean passesOn = POINTERS.contains(lastSegment(path)) && !arguments.isEmpty();
    if (passesOn && (name.equals("clone") || CONSTRUCTORS.contains(name))) {
      return typeOf(arguments.getFirst(), depth);
    }
    return CONSTRUCTORS.contains(name) ? RustType.of(path) : null;
  }

  private static RustType withoutPointers(RustType type) {
    RustType held = type.peeled();
    for (int i = 0; i < DEEPEST && POINTERS.contains(lastSegment(held.path())); i++) {
      held = held.argument(0).peeled();
    }
    return held;
  }

  private static @Nullable LockType lockOf(RustType type) {
    String path = type.path();
    Form form = FORMS.get(lastSegment(path));
    if (form == null) {
      return null;
    }
    String module = path.substring(0, Math.max(0, path.lastIndexOf(':') - 1));
    LockFamily family = module.isEmpty() ? familyOf(form) : MODULES.get(module);
    RustType guarded = form == Form.MAP ? RustType.UNKNOWN : type.argument(0);
    boolean isOther = (form == Form.WATCH) != (family == LockFamily.WATCH);
    boolean isOfProject = family == null && (form == Form.CELL || form == Form.MAP);
    return isOther || isOfProject ? null : new LockType(family, form, guarded);
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  /** The family of the forms that only one library has, where a glob import brings the name in. */
  private static @Nullable LockFamily familyOf(Form form) {
    return switch (form) {
      case CELL -> LockFamily.REF_CELL;
      case MAP -> LockFamily.DASH_MAP;
      case MUTEX, RW_LOCK, WATCH -> null;
    };
  }
}
