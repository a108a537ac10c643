package dev.perfreview.rust.rules;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces a blocking call by tokio's of the same name and arguments, which is awaited. */
final class AwaitableReplacement {

  /** The functions of {@code tokio::fs} that take and return what those of {@code std::fs} do. */
  private static final Set<String> FILE_FUNCTIONS = Set.of(
    "canonicalize",
    "copy",
    "create_dir",
    "create_dir_all",
    "hard_link",
    "metadata",
    "read",
    "read_link",
    "read_to_string",
    "remove_dir",
    "remove_dir_all",
    "remove_file",
    "rename",
    "set_permissions",
    "symlink_metadata",
    "write"
  );

  /** What may not live across an await in a task that moves between threads, or would be held while others wait. */
  private static final Pattern NOT_ACROSS_AWAIT = Pattern.compile(
    "\\bRc\\b|RefCell|\\*const|\\*mut|_rng\\(|\\.(lock|read|write|borrow|borrow_mut)\\(\\)|enter\\(\\)"
  );

  private AwaitableReplacement() {}

  /** The fix; nothing where there is no such function, where the call cannot be awaited, or where the file does not use tokio. */
  static @Nullable Fix of(SyntaxNode call, RustModel model) {
    SyntaxNode function = Calls.functionOf(call);
    SyntaxNode coroutine = model.coroutineAround(call);
    String path = function == null || coroutine == null ? null : model.fullPathOf(function);
    if (function == null || coroutine == null || path == null || !usesTokio(call)) {
      return null;
    }
    boolean sleeps = path.equals("std::thread::sleep");
    String name = path.substring(path.lastIndexOf(':') + 1);
    if (!sleeps && !(path.startsWith("std::fs::") && path.lastIndexOf(':') == 8 && FILE_FUNCTIONS.contains(name))) {
      return null;
    }
    SyntaxNode statement = call.parent();
    boolean keepsMeaning =
      sleeps &&
      statement != null &&
      statement.is("expression_statement") &&
      !NOT_ACROSS_AWAIT.matcher(coroutine.text()).find();
    String replacement = sleeps ? "tokio::time::sleep" : "tokio::fs::" + name;
    String title = "Await `" + replacement + "`" + (keepsMeaning ? "" : "; other tasks may run meanwhile");
    return new Fix(
      title,
      keepsMeaning ? Applicability.SAFE : Applicability.UNSAFE,
      List.of(TextEdit.replace(function, replacement), TextEdit.insert(call.end(), ".await"))
    );
  }

  private static boolean usesTokio(SyntaxNode node) {
    String text = node.snapshot().text().string();
    return text.contains("tokio::");
  }
}
