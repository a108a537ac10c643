package dev.perfreview.rust.guards;

import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.LockType.Form;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which expressions of a file are locks, by the types that the file declares. */
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
    if (family == null && form != Form.MUTEX && form != Form.RW_LOCK) {
      family = module.isEmpty() ? familyOf(form) : null;
      return family == null ? null : new LockType(family, form, guarded(told, form));
    }
    return (form == Form.WATCH) == (family == LockFamily.WATCH)
      ? new LockType(family, form, guarded(told, form))
      : null;
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
      case MUTEX, RW_LOCK, WATCH -> null;
    };
  }

  private static @Nullable String guarded(SyntaxNode told, Form form) {
    SyntaxNode argument = told.is("generic_type") && form != Form.MAP ? DeclaredTypes.firstArgument(told) : null;
    return argument == null ? null : argument.text();
  }
}
