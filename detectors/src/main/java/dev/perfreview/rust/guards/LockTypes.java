package dev.perfreview.rust.guards;

import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.LockType.Form;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which expressions of a file are locks, by the types that the file declares. */
final class LockTypes {

  private static final Map<String, Form> FORMS = Map.of(
    "Mutex",
    Form.MUTEX,
    "FairMutex",
    Form.MUTEX,
    "ReentrantMutex",
    Form.MUTEX,
    "RwLock",
    Form.RW_LOCK,
    "RefCell",
    Form.CELL,
    "DashMap",
    Form.MAP,
    "DashSet",
    Form.MAP
  );

  /** The modules that the types are known from; {@code lock_api} is what {@code parking_lot} is made of. */
  private static final Map<String, LockFamily> MODULES = Map.of(
    "std::sync",
    LockFamily.STD,
    "std::cell",
    LockFamily.REF_CELL,
    "parking_lot",
    LockFamily.PARKING_LOT,
    "lock_api",
    LockFamily.PARKING_LOT,
    "tokio::sync",
    LockFamily.ASYNC,
    "futures::lock",
    LockFamily.ASYNC,
    "futures_util::lock",
    LockFamily.ASYNC,
    "async_lock",
    LockFamily.ASYNC,
    "async_std::sync",
    LockFamily.ASYNC,
    "dashmap",
    LockFamily.DASH_MAP
  );

  private final RustModel model;
  private @Nullable DeclaredTypes types;

  LockTypes(RustModel model) {
    this.model = model;
  }

  /** The lock that an expression is; nothing when the file does not tell that it is one. */
  @Nullable
  LockType of(SyntaxNode expression) {
    if (types == null) {
      types = new DeclaredTypes(model);
    }
    SyntaxNode told = types.of(expression);
    SyntaxNode path = told == null ? null : DeclaredTypes.pathOf(told);
    String full = path == null ? null : model.fullPathOf(path);
    if (told == null || path == null || full == null) {
      return null;
    }
    int nameStart = full.lastIndexOf(':') + 1;
    Form form = FORMS.get(full.substring(nameStart));
    if (form == null) {
      return null;
    }
    String module = full.substring(0, Math.max(0, nameStart - 2));
    LockFamily family = module.isEmpty() ? importedByGlob(path, full) : MODULES.get(module);
    boolean ownType = family == null && (form == Form.CELL || form == Form.MAP) && !module.isEmpty();
    return ownType ? null : new LockType(family != null ? family : familyOf(form), form, guarded(told, form));
  }

  private @Nullable LockFamily importedByGlob(SyntaxNode path, String name) {
    for (Map.Entry<String, LockFamily> module : MODULES.entrySet()) {
      if (model.refersTo(path, module.getKey() + "::" + name)) {
        return module.getValue();
      }
    }
    return null;
  }

  /** The family of the forms that only one library has. */
  private static @Nullable LockFamily familyOf(Form form) {
    return switch (form) {
      case CELL -> LockFamily.REF_CELL;
      case MAP -> LockFamily.DASH_MAP;
      case MUTEX, RW_LOCK -> null;
    };
  }

  private static @Nullable String guarded(SyntaxNode told, Form form) {
    SyntaxNode argument = told.is("generic_type") && form != Form.MAP ? DeclaredTypes.firstArgument(told) : null;
    return argument == null ? null : argument.text();
  }
}
