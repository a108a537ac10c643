package dev.perfreview.rust.workspace;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Writes what a call calls as a reference, in the notation of {@link RustLinker}. */
final class Callees {

  private Callees() {}

  /** A reference to what a {@code call_expression} calls; empty when it cannot be a function of the workspace, or is not known. */
  static String referenceTo(SyntaxNode call, RustModel model, AbsolutePaths paths) {
    String name = Calls.nameOf(call);
    SyntaxNode function = Calls.functionOf(call);
    if (name == null || function == null) {
      return "";
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    if (receiver != null) {
      RustType type = model.typeOf(receiver);
      return type == null ? "" : ofType(type.peeled().path(), name, paths);
    }
    SyntaxNode owner = function.is("scoped_identifier") ? function.field("path") : null;
    if (owner == null) {
      String path = model.fullPathOf(function);
      return path == null || model.bindingOf(function) != null ? "" : ofFunction(path, paths);
    }
    String path = pathOf(owner, call, model);
    if (path == null) {
      return "";
    }
    String last = RustFacts.lastSegment(path);
    boolean isType = !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    return isType ? ofType(path, name, paths) : ofFunction(path + "::" + name, paths);
  }

  private static @Nullable String pathOf(SyntaxNode owner, SyntaxNode call, RustModel model) {
    if (!owner.textIs("Self")) {
      return model.fullPathOf(owner);
    }
    CodeFunction around = model.functionAround(call);
    return around == null ? null : around.container();
  }

  private static String ofType(String path, String method, AbsolutePaths paths) {
    boolean foreign =
      path.startsWith("std::") ||
      path.startsWith("tokio::") ||
      path.startsWith("[") ||
      path.startsWith("(") ||
      path.equals(RustType.UNKNOWN_PATH) ||
      path.isEmpty() ||
      (Character.isLowerCase(path.charAt(0)) && !path.contains("::"));
    return foreign ? "" : paths.absolute(path) + "." + method;
  }

  private static String ofFunction(String path, AbsolutePaths paths) {
    if (path.startsWith("std::") || path.startsWith("tokio::")) {
      return "";
    }
    String absolute = paths.absolute(path);
    return absolute.startsWith("/") || absolute.contains("::") ? absolute : paths.module().own(absolute);
  }
}
